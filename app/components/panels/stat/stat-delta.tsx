import type { Point } from "../../../../core/protocol/parts";
import { formatSpan } from "../../format/age";
import { change } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import type { ShownSeries } from "../values/shown-value";

interface StatDeltaProps {
  shown: ShownSeries;
  /** The unit that the figure above has. */
  unit: string | undefined;
  range: number;
}

/** A longer unit is left to the figure above, which has the same: the line has room for few words. */
const SHORT = 3;

/** How far the value moved since the start of the shown window. */
export function StatDelta({ shown: { value, at, points }, unit, range }: StatDeltaProps) {
  const { locale } = useReader();
  const from = firstSince(points, at - range);
  if (typeof value !== "number" || !from) return null;
  const [since, start] = from;
  const span = at - since;
  if (span < 1_000) return null;
  const moved = change(start, value, unit, locale);
  if (!moved) return `Steady for ${formatSpan(span)}`;
  return (
    <>
      <b className="font-medium text-body">{moved.text}</b> {moved.unit.length <= SHORT ? moved.unit : ""} in{" "}
      {formatSpan(span)}
    </>
  );
}

function firstSince(points: readonly Point[], since: number): [at: number, value: number] | null {
  for (const [at, value] of points) if (at >= since && value !== null) return [at, value];
  return null;
}
