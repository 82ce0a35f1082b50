import type { KeyMeta } from "../protocol/parts";

/** Events that a stream keeps where its meta says nothing, and at most. */
export const KEEP = 100;
export const MAX_KEEP = 10_000;

/** How many events a stream with this meta keeps: 1 to MAX_KEEP. */
export function keepOf({ keep = KEEP }: Pick<KeyMeta, "keep">): number {
  return Math.min(Math.max(Math.floor(keep), 1), MAX_KEEP);
}
