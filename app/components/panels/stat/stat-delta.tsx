import type { Point } from "../../../../core/protocol/parts";
import { formatSpan } from "../../format/age";
import type { ShownSeries } from "../values/shown-value";
import { Moved } from "./moved";

export interface StatDeltaProps {
  shown: ShownSeries;
  /** The unit that the figure above has. */
  unit: string | undefined;
  range: number;
}

/** How far the value moved since the start of the shown window. */
export function StatDelta({ shown: { value, at, points }, unit, range }: StatDeltaProps) {
  const from = beginning(points, at, range);
  if (typeof value !== "number" || !from) return null;
  const [since, start] = from;
  const span = at - since;
  if (span < 1_000) return null;
  return (
    <Moved from={start} to={value} unit={unit} steady={`Steady for ${formatSpan(span)}`}>
      in {formatSpan(span)}
    </Moved>
  );
}

/** The first point that is known in the window; where that is the value itself, what was before it. */
function beginning(points: readonly Point[], at: number, range: number): [at: number, value: number] | null {
  const first = points.findIndex(([time, value]) => time >= at - range && value !== null);
  const [since, value] = points[(points[first]?.[0] ?? 0) < at ? first : first - 1] ?? [0, null];
  return value === null ? null : [since, value];
}
