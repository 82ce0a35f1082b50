const ISO = /^\d{4}-\d\d-(\d\d)(?:(T)(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Milliseconds since 1970 of an ISO 8601 text: a day, or a time to the minute or finer, as `2026-11-21T10:00Z`; null for
 * what is none. A time without a zone is UTC: Date.parse would take the machine's, and two machines read an address.
 */
export function isoTime(text: string): number | null {
  const [whole, day, time, zone] = ISO.exec(text) ?? [];
  // Date.parse takes the 30th of February as the 2nd of March.
  if (whole === undefined || new Date(whole.slice(0, 10)).getUTCDate() !== Number(day)) return null;
  const at = Date.parse(time !== undefined && zone === undefined ? `${whole}Z` : whole);
  return Number.isNaN(at) ? null : at;
}
