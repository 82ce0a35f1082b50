import type { Look } from "../../core/sources/look";

/** `http_requests_total` a second is `http_requests_per_second`. */
export function rateName(counter: string): string {
  return `${counter.replace(/_total$/, "")}_per_second`;
}

/**
 * How much a counter has grown a second since it was last read, from what its key holds; null where that is not known.
 * One that is less than it was has begun at 0 again.
 */
export function rateOf(path: string, value: number | null, look: Look): number | null {
  const held = look.held(path);
  if (value === null || typeof held?.value !== "number") return null;
  // After a restart the last look may be remembered as earlier than it was: not before the value came to be.
  const seconds = (look.now() - Math.max(look.lookedAt ?? 0, held.at)) / 1_000;
  if (seconds <= 0) return null;
  const grown = value < held.value ? value : value - held.value;
  return shortened(grown / seconds);
}

/** Six digits: what is beyond is the clock's. */
export function shortened(value: number): number {
  return Number(value.toPrecision(6));
}
