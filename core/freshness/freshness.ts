import type { SourceState } from "../sources/state";

/** Late from twice the interval on, stale from four times: UI behaviours, "Freshness is always visible". */
export const LATE_AFTER = 2;
export const STALE_AFTER = 4;
/** Beats come at most this often (milliseconds), so a source read more often is judged by this instead. */
export const BEAT_EVERY = 5_000;
/** A connection that is open is heard of at least this often (milliseconds): what people write is judged by it. */
const HEARD_EVERY = 25_000;

export type Freshness = "fresh" | "late" | "stale" | "failing" | "paused" | "waiting";

/** What a reader knows of the time. By its own clock, corrected to the server's. */
export interface Moment {
  readonly now: number;
  /** Since when it may have missed changes: its connection was lost then. Undefined while it is connected. */
  readonly behindSince: number | undefined;
}

/** Whether the source is one that is asked, whose answers have an age. */
export function isAsked(source: SourceState | undefined): boolean {
  return source?.interval !== null;
}

/** Whether it is one that people or programs write, and nobody has written anything yet: nothing of it is fresh. */
export function isEmptyYet(source: SourceState | undefined): boolean {
  return source?.state === "ok" && source.interval === null && source.keys === 0;
}

/**
 * What a reader may say of a value: from its source's state, and when that source was last looked at with success as
 * far as the reader heard (null: never). What people write comes by itself when it changes: a value that nobody changed
 * is not late, and grows old only from when the reader's connection was lost. Silence is never fresh.
 */
export function freshnessOf(source: SourceState | undefined, checkedAt: number | null, moment: Moment): Freshness {
  if (!source) return "waiting";
  if (source.state === "failing") return "failing";
  if (source.state === "paused") return "paused";
  const { now, behindSince = now } = moment;
  if (source.interval === null) return ageOf(now - behindSince, HEARD_EVERY);
  if (checkedAt === null) return "waiting";
  return ageOf(now - checkedAt, Math.max(source.interval, BEAT_EVERY));
}

function ageOf(age: number, pace: number): Freshness {
  if (age >= STALE_AFTER * pace) return "stale";
  if (age >= LATE_AFTER * pace) return "late";
  return "fresh";
}
