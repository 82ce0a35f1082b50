import type { SourceState } from "../sources/state";
import type { Freshness } from "./freshness";

/**
 * Whether it is one that people or programs write, and nobody has written anything yet, nor should have: nothing of it is
 * fresh.
 */
export function isEmptyYet(source: SourceState | undefined, freshness: Freshness): boolean {
  const isInTime = freshness === "fresh" || freshness === "waiting";
  return isInTime && source?.state === "ok" && source.interval === null && source.keys === 0;
}
