import type { Point } from "../../core/protocol/parts";

/** More than a chart can show at any width; the oldest go first. */
export const MAX_POINTS = 5_000;

/**
 * The points with those of `added` that are later than the last one, without what lies before `oldest`; one point
 * before it stays, so that a line enters from the left. The same array when nothing is added. Never changes its input.
 */
export function extendPoints(held: readonly Point[], added: readonly Point[], oldest: number): readonly Point[] {
  let last = held.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  const later = added.filter(([at]) => {
    if (at <= last) return false;
    last = at;
    return true;
  });
  return later.length === 0 ? held : trimmed([...held, ...later], oldest);
}

/**
 * Both by time, for a past that was fetched while the series went on. Where both know a time, a number wins over null
 * and what was pushed over what was fetched. The same array when nothing is new.
 */
export function mergePoints(held: readonly Point[], fetched: readonly Point[], oldest: number): readonly Point[] {
  const byTime = new Map(held.map(([at, value]) => [at, value]));
  let changed = false;
  for (const [at, value] of fetched) {
    const known = byTime.get(at);
    if (known !== undefined && (known !== null || value === null)) continue;
    byTime.set(at, value);
    changed = true;
  }
  if (!changed) return held;
  return trimmed(
    [...byTime].sort(([a], [b]) => a - b),
    oldest,
  );
}

function trimmed(points: Point[], oldest: number): readonly Point[] {
  const inRange = points.findIndex(([at]) => at >= oldest);
  const first = inRange === -1 ? points.length - 1 : inRange - 1;
  return points.slice(Math.max(0, first, points.length - MAX_POINTS));
}
