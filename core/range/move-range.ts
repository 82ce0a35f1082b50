import { boundsOf, liveRange, rangeBetween, spanOf, type TimeRange } from "./time-range";

/** Twice as long around the same middle; one that is live, or comes to reach now, ends now. */
export function zoomedOut(range: TimeRange, now: number): TimeRange {
  if (range.kind === "live") return liveRange(2 * range.span);
  const more = spanOf(range) / 2;
  return rangeBetween(range.from - more, range.to + more, now);
}

/** The stretch of the same length before it or after it; nothing comes after now. */
export function shifted(range: TimeRange, to: "before" | "after", now: number): TimeRange {
  const span = spanOf(range);
  const { from, to: end } = boundsOf(range, now);
  if (to === "before") return { kind: "past", from: from - span, to: from };
  return end + span >= now ? liveRange(span) : { kind: "past", from: end, to: end + span };
}
