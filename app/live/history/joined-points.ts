import type { Point } from "../../../core/protocol/parts";

/**
 * A series' recorded past and what the page itself holds of it, in one line between two times, each point once. What is
 * held is complete from its first point on, so that the past counts up to there. `isOver`: it is the past that is as fine
 * as the range wants it, and what is held counts after it only. One point before `from` stays, so that a line enters from
 * the left. What is held comes back as it is where that is all of it.
 */
export function joinedPoints(
  past: readonly Point[],
  held: readonly Point[],
  { from, to }: { readonly from: number; readonly to: number },
  isOver = false,
): readonly Point[] {
  const known = past.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  const seam = isOver ? known + 1 : (held[0]?.[0] ?? Number.POSITIVE_INFINITY);
  const older = past.slice(0, firstFrom(past, seam));
  const all = older.length === 0 ? held : [...older, ...held.slice(firstFrom(held, seam))];
  const [first, end] = [
    Math.max(0, firstFrom(all, from) - 1),
    to === Number.POSITIVE_INFINITY ? all.length : firstFrom(all, to),
  ];
  return first === 0 && end === all.length ? all : all.slice(first, end);
}

/** The place of the first point that is not before a time. */
function firstFrom(points: readonly Point[], time: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.[0] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
