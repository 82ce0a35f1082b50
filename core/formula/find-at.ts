import type { Point } from "../protocol/parts";

/** The index of the first point at this time or later; the length where there is none. */
export function findAt(points: readonly Point[], time: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.[0] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
