import type { PastRange, TimeRange } from "../../../core/range/time-range";
import { REFRESH } from "../../live/history/asked-range";

/**
 * The stretch of the same length before a range. That before a live one moves on: it is taken in steps, each with what
 * follows on it up to the next, so that it is complete until then. `now` in milliseconds since 1970.
 */
export function rangeBefore(range: TimeRange, now: number): PastRange {
  if (range.kind === "past") return { kind: "past", from: 2 * range.from - range.to, to: range.from };
  const step = Math.min(REFRESH, range.span);
  const since = Math.floor(now / step) * step;
  return { kind: "past", from: since - 2 * range.span, to: since - range.span + step };
}
