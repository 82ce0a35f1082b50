import { MINUTE } from "./block";

export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An hour is summed up this long (milliseconds) after its end: a flush may be late by minutes. */
export const ROLL_UP_GRACE = 10 * MINUTE;

/** Points of one series in one answer at most: more than any screen has pixels for. */
export const MOST_POINTS = 2_000;

/** Up to this long (milliseconds) what was recorded is read itself; beyond, what it was rolled up to. */
const RAW_RANGE = 6 * HOUR;

/** Steps that people can count in, in milliseconds. */
const steps = [1, 2, 5, 10, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 3, 6, 12].map((hours) => hours * HOUR))
  .concat([1, 7, 28].map((days) => days * DAY));

/**
 * The step in which a range is told with at most `most` points (2 to MOST_POINTS); null where the recorded points are
 * few enough to be read and thinned. `rawSince`: older points than this are kept rolled up only.
 */
export function stepFor(from: number, to: number, most: number, rawSince: number): number | null {
  const range = to - from;
  if (range <= RAW_RANGE && from >= rawSince) return null;
  // The range seldom begins on a step: it then touches one more.
  const fits = steps.find((step) => range / step + 1 <= most);
  return fits ?? Math.ceil(range / (most - 1) / DAY) * DAY;
}
