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
  const from = firstSince(points, at - range);
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

function firstSince(points: readonly Point[], since: number): [at: number, value: number] | null {
  for (const [at, value] of points) if (at >= since && value !== null) return [at, value];
  return null;
}
