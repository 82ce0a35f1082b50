import * as z from "zod/mini";

/** What happens while nobody watches. */
export const pollMode = z.enum(["idle", "watched", "always"]);

/** Times of day or week, as cron writes them, by the clock of a time zone such as `Europe/Berlin`. */
export const cron = z.object({
  expression: z.string().check(z.minLength(1), z.maxLength(100)),
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
});
export type Cron = z.infer<typeof cron>;

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
export const plan = z.object({
  mode: z._default(pollMode, "idle"),
  /** In place of the interval, watched or not. */
  cron: z.optional(cron),
  /** Upstream calls an hour at most. */
  budget: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_BUDGET))),
  /** Of one that people or programs write: how far apart writes are expected, in milliseconds. */
  expected: z.optional(z.int().check(z.minimum(MIN_EXPECTED), z.maximum(MAX_EXPECTED))),
});
export type Plan = z.infer<typeof plan>;
