import { memo } from "react";
import type { BarPanel } from "../../../../core/boards/document";
import { limitOf, worstPast } from "../../../../core/boards/threshold";
import { measure, measureLimit, written } from "../../format/measure";
import { formatNumber } from "../../format/number";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { Glyph } from "../../ui/glyph";
import { RowsSkeleton } from "../table/rows-skeleton";
import type { ShownValue } from "../values/shown-value";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { worstOf } from "../worst-of";
import { barScale, isOn, shareAt } from "./bar-scale";

/** Rows that are drawn at most. */
const MOST = 200;

/** A row for each key as it is now: its name, its bar from zero, its value. */
export function KeyBars({ panel }: { panel: BarPanel }) {
  const shown = useValues(panel.series);
  const { values } = shown;
  const { min, max } = barScale(values, panel);
  const worst = worstOf(values, panel.thresholds);
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.series.map(({ key }) => key)}
      needsNumbers="A bar"
      threshold={worst?.level}
      skeleton={<RowsSkeleton rows={panel.place.h - 2} />}
      flush
    >
      <table className="w-full border-separate border-spacing-0 px-3 text-12">
        <caption className="sr-only">{panel.title}, now</caption>
        <tbody>
          {values.slice(0, MOST).map((one) => (
            <BarRow key={one.id} one={one} panel={panel} min={min} max={max} />
          ))}
        </tbody>
      </table>
      <Foot panel={panel} unit={panel.unit ?? values[0]?.unit} more={values.length - MOST} />
    </ValuesShell>
  );
}

interface BarRowProps {
  one: ShownValue;
  panel: BarPanel;
  /** The ends of all rows. */
  min: number;
  max: number;
}

/** One key; rendered anew only when this key has, or the rows' ends. */
const BarRow = memo(function BarRow({ one: { id, name, value, unit }, panel, min, max }: BarRowProps) {
  const axis = { min, max };
  const { locale } = useReader();
  const isNumber = typeof value === "number";
  const past = isNumber ? worstPast(panel.thresholds, value) : undefined;
  const text = written(measure(value, panel.unit ?? unit, locale, panel.decimals));
  const [zero, end] = [shareAt(axis, 0), isNumber ? shareAt(axis, value) : 0];
  return (
    <tr data-key={id} data-threshold={past?.level} className="[&>*]:h-6">
      <th
        scope="row"
        title={name === id ? id : `${name} (${id})`}
        className="w-1/3 max-w-0 truncate pr-2 text-left font-regular text-body"
      >
        {name}
      </th>
      <td className="plot">
        {isNumber ? (
          <span aria-hidden="true" className="relative block h-4">
            <i
              className="absolute inset-y-0.5 rounded-[2px] bg-(--c1)"
              style={{ left: `${Math.min(zero, end)}%`, width: `${Math.abs(end - zero)}%` }}
            />
            <i className="absolute inset-y-0 border-l border-(--plot-axis)" style={{ left: `${zero}%` }} />
            {panel.thresholds
              ?.filter((limit) => isOn(axis, limitOf(limit)))
              .map((limit) => (
                <i
                  key={JSON.stringify(limit)}
                  className={`absolute inset-y-0 border-l border-dashed ${limit.level === "critical" ? "border-failing" : "border-late"}`}
                  style={{ left: `${shareAt(axis, limitOf(limit))}%` }}
                />
              ))}
          </span>
        ) : null}
      </td>
      <td className="w-0 pl-2 text-right whitespace-nowrap text-strong group-data-old/panel:text-faint">
        <span className="inline-flex min-w-16 items-center justify-end gap-1.5">
          {past ? <Glyph name={past.level} /> : null}
          {past ? <span className="sr-only">{past.level}</span> : null}
          {isNumber || value === null ? text : <span title={text}>No number</span>}
        </span>
      </td>
    </tr>
  );
});

interface FootProps {
  panel: BarPanel;
  unit: string | undefined;
  more: number;
}

/** What the dashed lines mean, and what is not drawn. */
function Foot({ panel: { thresholds = [], decimals }, unit, more }: FootProps) {
  const { locale } = useReader();
  if (thresholds.length === 0 && more <= 0) return null;
  return (
    <p className="sticky bottom-0 mt-auto flex gap-3 overflow-hidden bg-panel px-3 py-2 text-12 whitespace-nowrap text-muted">
      {thresholds.map((one) => (
        <span key={JSON.stringify(one)} className="inline-flex items-center gap-1.5">
          <Glyph name={one.level} />
          {one.name} {"above" in one ? "above" : "below"}{" "}
          {written(measureLimit(limitOf(one), scaleOf(unit, limitOf(one), decimals), locale))}
        </span>
      ))}
      {more > 0 ? <span className="ml-auto">{formatNumber(more, locale)} more</span> : null}
    </p>
  );
}
