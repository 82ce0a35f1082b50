import type { BarPanel } from "../../../../core/boards/document";
import { measure, measureAt, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { seriesColor } from "../line/series";
import { RowsSkeleton } from "../table/rows-skeleton";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { worstOf } from "../worst-of";
import { barBoxes } from "./bar-boxes";
import { barScale } from "./bar-scale";
import { BarTrack } from "./bar-track";
import { KeyBarsFoot } from "./key-bars-foot";

/** Keys that are drawn at most. */
const MOST = 50;

/** One bar of all keys as they are now, each on the one before it, with their sum; and below it each by name and value. */
export function StackedKeys({ panel }: { panel: BarPanel }) {
  const { locale } = useReader();
  const shown = useValues(panel.series);
  const drawn = shown.values.slice(0, MOST);
  const numbers = drawn.map(({ value }) => (typeof value === "number" ? value : null));
  const boxes = barBoxes(
    numbers.map((value) => [value]),
    true,
  );
  const scale = barScale(
    boxes.flatMap(({ low, high }) => [low, high]),
    panel,
  );
  const unit = panel.unit ?? shown.values[0]?.unit;
  const sum = numbers.reduce<number>((total, value) => total + (value ?? 0), 0);
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.series.map(({ key }) => key)}
      needsNumbers="A bar"
      threshold={worstOf(shown.values, panel.thresholds)?.level}
      skeleton={<RowsSkeleton rows={panel.place.h - 2} />}
      flush
    >
      <p className="mx-3 truncate text-12 text-muted">
        In all{" "}
        <b className="font-medium text-strong group-data-old/panel:font-regular group-data-old/panel:text-faint">
          {written(measureAt(sum, scaleOf(unit, sum, panel.decimals), locale))}
        </b>
      </p>
      <div className="mx-3 my-1 h-10 max-h-20 min-h-8 flex-1">
        <BarTrack
          parts={boxes.map(({ series, low, high }) => ({ low, high, color: seriesColor(series) }))}
          scale={scale}
          thresholds={panel.thresholds}
        />
      </div>
      <ul aria-label={`${panel.title}, now`} className="shrink-0 px-3 pb-2 text-12">
        {drawn.map(({ id, name, value, unit: own }, i) => (
          <li key={id} data-key={id} className="flex h-6 max-w-md items-center gap-2">
            <Swatch color={seriesColor(i)} />
            <span title={name === id ? id : `${name} (${id})`} className="min-w-0 flex-1 truncate text-body">
              {name}
            </span>
            <span className="max-w-[60%] flex-none truncate text-strong group-data-old/panel:text-faint">
              {typeof value === "number" || value === null
                ? written(measure(value, panel.unit ?? own, locale, panel.decimals))
                : "No number"}
            </span>
          </li>
        ))}
      </ul>
      <KeyBarsFoot panel={panel} unit={unit} more={shown.values.length - MOST} />
    </ValuesShell>
  );
}

function Swatch({ color }: { color: string }) {
  return (
    <i
      aria-hidden="true"
      className="size-2 shrink-0 rounded-[2px] forced-color-adjust-none"
      style={{ background: color }}
    />
  );
}
