import type { SourceState } from "../sources/state";

/** Late from twice the interval on, stale from four times: UI behaviours, "Freshness is always visible". */
export const LATE_AFTER = 2;
export const STALE_AFTER = 4;
/** Beats come at most this often (milliseconds), so a source read more often is judged by this instead. */
export const BEAT_EVERY = 5_000;

export type Freshness = "fresh" | "late" | "stale" | "failing" | "paused" | "waiting";

/**
 * What a reader may say of a value: from its source's state, when that source was last looked at with success as far
 * as the reader heard (null: never), and the reader's own clock, corrected to the server's. Silence is never fresh.
 */
export function freshnessOf(source: SourceState | undefined, checkedAt: number | null, now: number): Freshness {
  if (!source) return "waiting";
  if (source.state === "failing") return "failing";
  if (source.state === "paused") return "paused";
  if (checkedAt === null) return "waiting";
  const age = now - checkedAt;
  const pace = Math.max(source.interval, BEAT_EVERY);
  if (age >= STALE_AFTER * pace) return "stale";
  if (age >= LATE_AFTER * pace) return "late";
  return "fresh";
}
