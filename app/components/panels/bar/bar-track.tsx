import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import { type BarScale, isOn, shareAt } from "./bar-scale";

interface BarTrackProps {
  /** What is painted, each between two values. */
  parts: readonly { readonly low: number; readonly high: number; readonly color: string }[];
  scale: BarScale;
  thresholds: readonly Threshold[] | undefined;
}

/** A bar from left to right, the line of its zero, and where the thresholds begin. */
export function BarTrack({ parts, scale, thresholds = [] }: BarTrackProps) {
  return (
    <span
      aria-hidden="true"
      className="plot relative block h-full forced-color-adjust-none min-h-4 @max-[240px]:col-span-2 @max-[240px]:h-4 @max-[240px]:self-start"
    >
      {parts.map(({ low, high, color }) => {
        const [left, right] = [shareAt(scale, low), shareAt(scale, high)];
        return (
          <i
            key={`${low} ${high}`}
            className="absolute top-1/2 h-[60%] max-h-8 min-h-2 -translate-y-1/2 rounded-[2px]"
            style={{ left: `${left}%`, width: `${right - left}%`, background: color }}
          />
        );
      })}
      <i className="absolute inset-y-0 border-l border-(--plot-axis)" style={{ left: `${shareAt(scale, 0)}%` }} />
      {thresholds
        .filter((limit) => isOn(scale, limitOf(limit)))
        .map((limit) => (
          <i
            key={JSON.stringify(limit)}
            className={`absolute inset-y-0 border-l border-dashed ${limit.level === "critical" ? "border-failing" : "border-late"}`}
            style={{ left: `${shareAt(scale, limitOf(limit))}%` }}
          />
        ))}
    </span>
  );
}
