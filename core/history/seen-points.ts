import type { Point } from "../protocol/parts";

/**
 * A line loses none of its height, and of its shape what is finer than a 60th of what is shown. More steps would show more of
 * what is old, and make a page grow by more while it is open: docs/performance.md.
 */
const STEPS = 60;
/** Milliseconds, of which every step is a half, a quarter and so on: more than a step is in any window. */
const LONGEST = 1_000 * 2 ** 20;

/**
 * What stays to be seen of a series, oldest first, in windows that end with its newest point. Of each step of about a 60th of
 * its age the first lowest and the last highest value stay, and the last null, where a stretch begins that nothing is known
 * about. Steps lie in each other and begin at times that have nothing to do with the window, so it comes to the same whether
 * points go one by one as they age or all at once. Of a quarter of an hour with a point each second 465 stay, the newest four
 * minutes whole; of no series more than some thousands. The same array where all of them stay.
 */
export function seenPoints(points: readonly Point[]): readonly Point[] {
  const newest = points.at(-1)?.[0] ?? 0;
  const seen: Point[] = [];
  let step = LONGEST;
  for (let [first, end] = [0, 0]; first < points.length; first = end) {
    const start = () => Math.floor(timeOf(points[first]) / step) * step;
    // Times are whole milliseconds: a step of less holds one point, which stays.
    while (step > 1 && newest - start() < (STEPS + 1) * step) step /= 2;
    do end++;
    while (end < points.length && timeOf(points[end]) < start() + step);
    seen.push(...outermost(points.slice(first, end)));
  }
  return seen.length === points.length ? points : seen;
}

function timeOf(point: Point | undefined): number {
  return point?.[0] ?? 0;
}

function outermost(points: readonly Point[]): readonly Point[] {
  const known = points.filter(([, value]) => value !== null).sort(([, a], [, b]) => (a ?? 0) - (b ?? 0));
  const kept = [known[0], known.at(-1), points.findLast(([, value]) => value === null)];
  return points.filter((point) => kept.includes(point));
}
