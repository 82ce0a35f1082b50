import { type CSSProperties, memo } from "react";
import type { BarPanel } from "../../../../core/boards/document";
import { worstPast } from "../../../../core/boards/threshold";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { Glyph } from "../../ui/glyph";
import { RowsSkeleton } from "../table/rows-skeleton";
import type { ShownValue } from "../values/shown-value";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { worstOf } from "../worst-of";
import { type BarScale, barScale } from "./bar-scale";
import { BarTrack } from "./bar-track";
import { KeyBarsFoot } from "./key-bars-foot";

/** Rows that are drawn at most. */
const MOST = 200;

/**
 * A row for each key as it is now: its name, its bar from zero, its value. Rows share the panel's height, up to where
 * they look like more than rows, and scroll where there are too many; in a narrow panel a name stands above its bar.
 */
export function KeyBars({ panel }: { panel: BarPanel }) {
  const shown = useValues(panel.series);
  const { values } = shown;
  const { min, max } = barScale(numbersOf(values), panel);
  const drawn = values.slice(0, MOST);
  const rows: CSSProperties & Record<`--${string}`, number> = { "--rows": drawn.length };
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.series.map(({ key }) => key)}
      needsNumbers="A bar"
      threshold={worstOf(values, panel.thresholds)?.level}
      skeleton={<RowsSkeleton rows={panel.place.h - 2} />}
      flush
    >
      <ul
        aria-label={`${panel.title}, now`}
        className="grid min-h-[calc(var(--rows)*24px)] shrink grow-0 basis-[calc(var(--rows)*72px)] auto-rows-fr grid-cols-[fit-content(40%)_minmax(0,1fr)_max-content] gap-x-2 px-3 pb-2 text-12 @max-[240px]:min-h-[calc(var(--rows)*40px)] @max-[240px]:grid-cols-[minmax(0,1fr)_max-content]"
        style={rows}
      >
        {drawn.map((one) => (
          <BarRow key={one.id} one={one} panel={panel} min={min} max={max} />
        ))}
      </ul>
      <KeyBarsFoot panel={panel} unit={panel.unit ?? values[0]?.unit} more={values.length - MOST} />
    </ValuesShell>
  );
}

function numbersOf(values: readonly ShownValue[]): number[] {
  return values.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
}

interface BarRowProps extends BarScale {
  one: ShownValue;
  panel: BarPanel;
}

/** One key; rendered anew only when this key has, or the rows' ends. */
const BarRow = memo(function BarRow({ one: { id, name, value, unit }, panel, min, max }: BarRowProps) {
  const { locale } = useReader();
  const isNumber = typeof value === "number";
  const past = isNumber ? worstPast(panel.thresholds, value) : undefined;
  const text = written(measure(value, panel.unit ?? unit, locale, panel.decimals));
  return (
    <li
      data-key={id}
      data-threshold={past?.level}
      className="col-span-3 grid min-h-6 grid-cols-subgrid items-center @max-[240px]:col-span-2 @max-[240px]:min-h-10 @max-[240px]:content-center"
    >
      <span title={name === id ? id : `${name} (${id})`} className="min-w-0 truncate text-body">
        {name}
      </span>
      <span
        title={text}
        className="order-1 flex min-w-0 items-center justify-end gap-1.5 text-strong group-data-old/panel:text-faint @max-[240px]:order-none"
      >
        {past ? <Glyph name={past.level} /> : null}
        {past ? <span className="sr-only">{past.level}</span> : null}
        <span className="truncate">{isNumber || value === null ? text : "No number"}</span>
      </span>
      <BarTrack
        parts={isNumber ? [{ low: Math.min(0, value), high: Math.max(0, value), color: "var(--c1)" }] : []}
        scale={{ min, max }}
        thresholds={panel.thresholds}
      />
    </li>
  );
});
