import { BEAT_EVERY, STALE_AFTER } from "../freshness/freshness";
import type { Point } from "../protocol/parts";

/**
 * The points to append to a series whose last one is `last` when it is observed at `now`: what was known between the
 * two, then `now`. A source that was looked at and found unchanged after `last` (`checkedAt`) holds the value until
 * then; a stretch that nobody looked at for so long that the value would have been shown as stale begins with null.
 * `interval` is the source's, in milliseconds; Infinity where it is not known claims no gap.
 *
 * Times strictly increase: an observation that is not after `last` adds nothing.
 */
export function observe(last: Point | undefined, now: Point, checkedAt: number | null, interval: number): Point[] {
  if (!last) return [now];
  if (now[0] <= last[0]) return [];
  const points: Point[] = [];
  const [lastAt, lastValue] = last;
  let knownAt = lastAt;
  // A look that is not before this observation is this observation, or a later one: it says nothing about the past.
  if (lastValue !== null && checkedAt !== null && checkedAt > lastAt && checkedAt < now[0]) {
    points.push([checkedAt, lastValue]);
    knownAt = checkedAt;
  }
  const longest = STALE_AFTER * Math.max(interval, BEAT_EVERY);
  if (lastValue !== null && now[0] - knownAt > longest) points.push([knownAt + 1, null]);
  points.push(now);
  return points;
}
