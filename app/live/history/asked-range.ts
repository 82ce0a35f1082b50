import { boundsOf, spanOf, type TimeRange } from "../../../core/range/time-range";

/** So much of the past (milliseconds) every page opens with and goes on holding, as finely as it was recorded. */
export const RECENT = 15 * 60_000;

/** How old (milliseconds) the recorded past of a range that ends now may be: the live tail reaches further back than this. */
export const REFRESH = 5 * 60_000;
const SECOND = 1_000;

/** Whether what a page holds anyway is all of the range. */
export function isRecent(range: TimeRange): boolean {
  return range.kind === "live" && range.span <= RECENT;
}

/** A range of which the recorded past is shown; or the stretch of the same length before it. */
export interface AskedRange {
  readonly range: TimeRange;
  readonly isBefore: boolean;
}

/** What is to be fetched for it at `now`. The stretch before a live range moves on: it is fetched with what follows on it. */
export function askedBounds({ range, isBefore }: AskedRange, now: number): { from: number; to: number } {
  // Whole seconds: those who ask in the same moment ask for the same.
  const last = Math.floor(now / SECOND) * SECOND;
  const { from, to } = boundsOf(range, last);
  if (!isBefore) return { from, to };
  const span = spanOf(range);
  const ahead = range.kind === "live" ? 2 * REFRESH : 0;
  return { from: from - span, to: Math.min(last, to - span + ahead) };
}

/** What tells it from others in the cache. */
export function askedText({ range, isBefore }: AskedRange): string {
  const ends = range.kind === "live" ? `${range.span}` : `${range.from} ${range.to}`;
  return isBefore ? `before ${ends}` : ends;
}
