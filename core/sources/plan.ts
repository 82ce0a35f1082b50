import * as v from "valibot";
import { whole } from "../schema/whole";

/** What happens while nobody watches. */
export const pollMode = v.picklist(["idle", "watched", "always"]);

/** Times of day or week, as cron writes them, by the clock of a time zone such as `Europe/Berlin`. */
export const cron = v.object({
  expression: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  zone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});
export type Cron = v.InferOutput<typeof cron>;

/** The first moment after `after` (milliseconds since 1970) that a schedule names; null where there is none. */
export type NextTime = (cron: Cron, after: number) => number | null;

export const MAX_BUDGET = 100_000;
/** What people or programs write may be expected at least this, and at most that far apart (milliseconds). */
export const MIN_EXPECTED = 5_000;
export const MAX_EXPECTED = 31 * 86_400_000;

/**
 * When a source is asked, beside its interval, or heard of, where it is not asked. A source without one is read less
 * often while nobody watches, and late at no age where it is written.
 */
export const plan = v.object({
  mode: v.optional(pollMode, "idle"),
  /** In place of the interval, watched or not. */
  cron: v.optional(cron),
  /** Upstream calls an hour at most. */
  budget: v.optional(v.pipe(whole(), v.minValue(1), v.maxValue(MAX_BUDGET))),
  /** Of one that people or programs write: how far apart writes are expected, in milliseconds. */
  expected: v.optional(v.pipe(whole(), v.minValue(MIN_EXPECTED), v.maxValue(MAX_EXPECTED))),
});
export type Plan = v.InferOutput<typeof plan>;
