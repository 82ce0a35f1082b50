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

/**
 * How far apart looks at a source are, in milliseconds, or writes of one that is written: what its age is judged by. Null
 * where nothing is expected, and it has none.
 */
export function paceOf(source: SourceState): number | null {
  return source.interval ?? (source.state === "ok" ? (source.expected ?? null) : null);
}

/** Whether what the source holds has an age: it is asked, or something is expected of who writes it. */
export function hasAge(source: SourceState | undefined): boolean {
  return source === undefined || paceOf(source) !== null;
}

/**
 * What a reader may say of a value: from its source's state, and when that source was last looked at with success, or
 * written, as far as the reader heard (null: never). What is written comes by itself when it changes: where nothing is
 * expected, a value that nobody changed is not late. From when the reader's connection was lost it grows old in any case,
 * since it may have changed. Silence is never fresh.
 */
export function freshnessOf(source: SourceState | undefined, checkedAt: number | null, moment: Moment): Freshness {
  if (!source) return "waiting";
  if (source.state === "failing") return "failing";
  if (source.state === "paused") return "paused";
  const { now, behindSince = now } = moment;
  const pace = paceOf(source);
  const behind = source.interval === null ? ageOf(now - behindSince, HEARD_EVERY) : "fresh";
  if (pace === null) return behind;
  // What never came is late by when it began to be expected.
  const { since = now } = source.state === "ok" ? source : {};
  const age = ageOf(now - (checkedAt ?? since), Math.max(pace, BEAT_EVERY));
  if (checkedAt === null && age === "fresh") return "waiting";
  return age === "stale" || behind === "fresh" ? age : behind;
}

function ageOf(age: number, pace: number): Freshness {
  if (age >= STALE_AFTER * pace) return "stale";
  if (age >= LATE_AFTER * pace) return "late";
  return "fresh";
}
