/** The longest a failing source waits by itself, and the longest an upstream may ask us to wait. Milliseconds. */
export const MAX_BACKOFF = 15 * 60_000;
export const MAX_RETRY_AFTER = 60 * 60_000;

/**
 * Milliseconds until the next try after `failures` failures in a row: 2ⁿ × interval up to 15 minutes, of which half is
 * jitter, so that sources that failed together do not come back together. What the upstream asked for (Retry-After)
 * goes before, up to an hour. `random` in [0, 1).
 */
export function backoff(interval: number, failures: number, retryAfter: number | undefined, random: number): number {
  const ceiling = Math.max(interval, Math.min(MAX_BACKOFF, interval * 2 ** Math.min(failures, 20)));
  const own = ceiling / 2 + (ceiling / 2) * random;
  return Math.round(Math.max(own, Math.min(retryAfter ?? 0, MAX_RETRY_AFTER)));
}
