const LONGEST = 3_600_000;

/**
 * Retry-After (RFC 9110, 10.2.3) in milliseconds: seconds, or a date, at most an hour. Undefined for anything else,
 * and for a moment that has passed.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : httpDate(text) - now;
  return wait > 0 ? Math.min(wait, LONGEST) : undefined;
}

/** NaN unless it looks like one of HTTP's dates: `Date.parse` alone would read "12.5" as a day in May. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : Number.NaN;
}
