import type { Random } from "../../core/ports";

const FIRST = 500;
export const LONGEST_DELAY = 30_000;
/** A connection that lasted this long (milliseconds) was a good one: the next loss is waited for as the first. */
export const STABLE_AFTER = 30_000;

/** Full jitter: anywhere below the bound, so that a thousand screens cut off together do not come back together. */
export function backOff(attempt: number, random: Random): number {
  return Math.floor(random.next() * Math.min(LONGEST_DELAY, FIRST * 2 ** attempt));
}
