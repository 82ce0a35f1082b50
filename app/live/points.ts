import { seenPoints } from "../../core/history/seen-points";
import type { Point } from "../../core/protocol/parts";

/** In every such stretch (milliseconds) what cannot be seen any more is let go once: it costs about as much as a copy. */
const THIN_EVERY = 10_000;
/** Held at most until then: what can be seen of a series in a quarter of an hour is less, however often it changes. */
const MAX_POINTS = 2_000;

/**
 * The points with those of `added` that are later than the last one, without what lies before `oldest`; one point
 * before it stays, so that a line enters from the left. What cannot be seen any more goes from time to time. The same
 * array when nothing is added. Never changes its input.
 */
export function extendPoints(held: readonly Point[], added: readonly Point[], oldest: number): readonly Point[] {
  const before = held.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  let last = before;
  const later = added.filter(([at]) => {
    if (at <= last) return false;
    last = at;
    return true;
  });
  if (later.length === 0) return held;
  const all = trimmed([...held, ...later], oldest);
  const isDue = Math.floor(before / THIN_EVERY) < Math.floor(last / THIN_EVERY) || all.length > MAX_POINTS;
  return isDue ? seenPoints(all) : all;
}

/**
 * What can be seen of both, by time, for a past that was fetched while the series went on. Where both know a time, a
 * number wins over null and what was pushed over what was fetched. The same array when no time is new.
 */
export function mergePoints(held: readonly Point[], fetched: readonly Point[], oldest: number): readonly Point[] {
  const byTime = new Map(held.map((point) => [point[0], point]));
  let changed = false;
  for (const point of fetched) {
    const known = byTime.get(point[0]);
    if (known && (known[1] !== null || point[1] === null)) continue;
    byTime.set(point[0], point);
    changed = true;
  }
  if (!changed) return held;
  const all = [...byTime.values()].sort(([a], [b]) => a - b);
  return seenPoints(trimmed(all, oldest));
}

function trimmed(points: Point[], oldest: number): readonly Point[] {
  const inRange = points.findIndex(([at]) => at >= oldest);
  const first = inRange === -1 ? points.length - 1 : inRange - 1;
  return first > 0 ? points.slice(first) : points;
}
