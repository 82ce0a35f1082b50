import { type MouseEvent, use } from "react";
import { measureAt } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import type { Scale } from "../../format/scale";
import { useBoardRange } from "../../range/range-context";
import { LegendContext } from "./legend-context";
import type { Series } from "./series";

interface LegendProps {
  /** Those that are drawn. */
  series: readonly Series[];
  /** The scale of the axis. */
  scale: Scale;
}

/** So many fit into one row. */
const FEW = 3;
/** Nobody scrolls a wall, or paper: two rows, whatever the numbers are. */
const unscrolled =
  "in-data-wall:h-12 in-data-wall:flex-wrap in-data-wall:mask-none print:h-12 print:flex-wrap print:mask-none";

const item = "flex h-6 min-w-0 items-center gap-1.5 rounded-4 phone:h-7";

/**
 * The lines by colour and name, with their last values. One row: what does not fit fades at its end, and is scrolled
 * sideways, because a second row would move the chart whenever a number gets longer.
 */
export function Legend({ series, scale }: LegendProps) {
  const choice = use(LegendContext);
  const drawn = new Map(series.map((one) => [one.key, one]));
  const chosen = choice?.all ?? [];
  const others = series.filter(({ key }) => !chosen.some((one) => one.key === key));
  // A long name leaves room for at least one more.
  const count = chosen.length + others.length;
  const width = count > 1 ? "max-w-[min(100%,max(120px,46%))]" : "max-w-full";
  return (
    <ul
      className={`plot flex h-6 shrink-0 gap-x-3 overflow-x-auto overflow-y-hidden mask-r-from-[calc(100%-16px)] pr-4 text-12 whitespace-nowrap text-muted [scrollbar-width:none] phone:h-7 ${count > FEW ? unscrolled : ""}`}
    >
      {chosen.map((one) => (
        <li key={one.key} className={`flex-none ${width}`}>
          <button
            type="button"
            aria-pressed={drawn.has(one.key)}
            title={`${one.key}: press to leave it out, with Alt or Shift to see it alone`}
            onClick={({ altKey, shiftKey }: MouseEvent) => choice?.press(one.key, altKey || shiftKey)}
            className={`${item} max-w-full hover:text-strong focus-visible:-outline-offset-2`}
          >
            <Line line={drawn.get(one.key) ?? null} name={one.name} color={one.color} scale={scale} />
          </button>
        </li>
      ))}
      {others.map((one) => (
        <li key={one.key} title={one.key} className={`${item} ${width} flex-none`}>
          <Line line={one} name={one.name} color={one.color} scale={scale} isDashed={choice !== null} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  /** Null where it is left out. */
  line: Series | null;
  name: string;
  color: string;
  scale: Scale;
  /** As the lines of the stretch of time before are. */
  isDashed?: boolean;
}

function Line({ line, name, color, scale, isDashed = false }: LineProps) {
  return (
    <>
      <i
        aria-hidden="true"
        className={`w-2.5 shrink-0 border-t-2 forced-color-adjust-none ${isDashed ? "border-dotted" : ""}`}
        style={{ borderColor: line ? color : "var(--plot-axis)" }}
      />
      <span className={`truncate ${line ? "" : "text-faint line-through"}`}>{name}</span>
      {line ? <Newest line={line} scale={scale} /> : null}
    </>
  );
}

/** Its last value; of a range that is over and has none of it, that. */
function Newest({ line: { points }, scale }: { line: Series; scale: Scale }) {
  const { locale } = useReader();
  const { range } = useBoardRange();
  const last = points.at(-1)?.[1] ?? null;
  if (last === null && points.length === 0 && range.kind === "past")
    return <span title="Nothing of it was recorded in this range">not recorded</span>;
  const { text, unit } = measureAt(last ?? Number.NaN, scale, locale);
  return (
    <>
      <b className="font-medium text-strong group-data-old/panel:font-regular group-data-old/panel:text-faint">
        {text}
      </b>
      {unit === "" ? null : <span className="max-w-20 truncate">{unit}</span>}
    </>
  );
}
