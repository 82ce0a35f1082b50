const SECOND = 1_000;
const DAY = 86_400_000;

/** The shortest and the longest stretch of time that a board shows, in milliseconds. */
export const MIN_SPAN = 10 * SECOND;
export const MAX_SPAN = 366 * DAY;

/** The newest `span` milliseconds: it ends now, and goes on with it. */
export interface LiveRange {
  readonly kind: "live";
  readonly span: number;
}

/** A stretch that is over. Milliseconds since 1970; nothing in it moves any more. */
export interface PastRange {
  readonly kind: "past";
  readonly from: number;
  readonly to: number;
}

/** What a board shows. A range that ends now is live, any other is past. */
export type TimeRange = LiveRange | PastRange;

export function liveRange(span: number): LiveRange {
  return { kind: "live", span: Math.min(MAX_SPAN, Math.max(MIN_SPAN, Math.ceil(span / SECOND) * SECOND)) };
}

/** The range between two times in any order, as close to it as can be shown: live where it reaches to `now`. */
export function rangeBetween(one: number, other: number, now: number): TimeRange {
  const [from, to] = [Math.round(Math.min(one, other)), Math.round(Math.max(one, other))];
  const wanting = MIN_SPAN - (to - from);
  if (wanting > 0) return rangeBetween(from - Math.floor(wanting / 2), to + Math.ceil(wanting / 2), now);
  if (to >= now) return liveRange(now - from);
  return { kind: "past", from: Math.max(from, to - MAX_SPAN), to };
}

/** How long it is, in milliseconds. */
export function spanOf(range: TimeRange): number {
  return range.kind === "live" ? range.span : range.to - range.from;
}

/** From when to when it is, at `now`. */
export function boundsOf(range: TimeRange, now: number): { readonly from: number; readonly to: number } {
  return range.kind === "live" ? { from: now - range.span, to: now } : range;
}
