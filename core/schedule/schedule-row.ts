import type { Entry } from "./schedule";

/** What of an entry must survive a restart, so that a wake does not ask an upstream before its time. */
export type ScheduleRow = Pick<Entry, "slug" | "dueAt" | "checkedAt" | "failures" | "slow">;

/**
 * Sources slower than this (milliseconds) have their row written at each refresh. Faster ones keep the object awake by
 * their alarms anyway (it hibernates after 10 s), and a row a refresh would double what they cost.
 */
export const SAVE_FROM = 10_000;

export function toRow({ slug, dueAt, checkedAt, failures, slow }: Entry): ScheduleRow {
  return { slug, dueAt, checkedAt, failures, slow };
}
