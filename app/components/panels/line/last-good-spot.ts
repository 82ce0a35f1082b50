import type { Point } from "../../../../core/protocol/parts";
import type { Size } from "../use-size";
import type { PlotFrame } from "./plot-frame";

/** The words with their distance from what is beside them, in pixels. */
const WIDE = 100;
const TALL = 18;

/** On which side of the place where knowledge stops, and at which end of it. */
export interface Spot {
  readonly isRight: boolean;
  readonly isLow: boolean;
}

/**
 * Where beside that place, which is at the time `at`, the words about it cover no line; null where they would anywhere.
 * `size`: the plot's. `isFilled`: what is below the lines is theirs.
 */
export function lastGoodSpot(
  frame: PlotFrame,
  { width, height }: Size,
  lines: readonly (readonly Point[])[],
  at: number,
  isFilled: boolean,
): Spot | null {
  const { min, max } = frame.y;
  const reach = ((frame.to - frame.from) / width) * WIDE;
  const tall = ((max - min) / height) * TALL;
  for (const isRight of [true, false]) {
    const [from, to] = isRight ? [at, at + reach] : [at - reach, at];
    if (from < frame.from || to > frame.to) continue;
    const values = valuesWithin(lines, from, to);
    if (Math.max(min, ...values) < max - tall) return { isRight, isLow: false };
    if (!isFilled && Math.min(max, ...values) > min + tall) return { isRight, isLow: true };
  }
  return null;
}

/**
 * The values between which the lines run there: also those that they come from and go to. Found from the end, since this
 * is asked at each painting and there is most often where a live line ends.
 */
function valuesWithin(lines: readonly (readonly Point[])[], from: number, to: number): number[] {
  return lines.flatMap((points) => {
    if ((points.at(-1)?.[0] ?? from) <= from || (points[0]?.[0] ?? to) >= to) return [];
    const first = Math.max(
      0,
      points.findLastIndex(([at]) => at <= from),
    );
    const last = points.findLastIndex(([at]) => at < to) + 1;
    return points.slice(first, last + 1).flatMap(([, value]) => (value === null ? [] : [value]));
  });
}
