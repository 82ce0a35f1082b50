import { boundsOf, type TimeRange } from "../../../core/range/time-range";

/** What is wanted of the recorded past of a workspace's series. */
export interface Asked {
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly range: TimeRange;
  /** Points of each series, at most. */
  readonly most: number;
  /** The screen stands still. */
  readonly isHeld: boolean;
  /** The server's time. */
  readonly now: () => number;
}

/** So much of the past (milliseconds) every page opens with and goes on holding, as finely as it was recorded. */
export const RECENT = 15 * 60_000;

/** How old (milliseconds) the recorded past of a range that ends now may be: the live tail reaches further back than this. */
export const REFRESH = 5 * 60_000;
const SECOND = 1_000;

/** Whether what a page holds anyway is all of the range. */
export function isRecent(range: TimeRange): boolean {
  return range.kind === "live" && range.span <= RECENT;
}

/** What is to be fetched for a range at `now`. In whole seconds: those who ask in the same moment ask for the same. */
export function askedBounds(range: TimeRange, now: number): { readonly from: number; readonly to: number } {
  return boundsOf(range, Math.floor(now / SECOND) * SECOND);
}

/** What tells a range from others in the cache. */
export function askedText(range: TimeRange): string {
  return range.kind === "live" ? `${range.span}` : `${range.from} ${range.to}`;
}
