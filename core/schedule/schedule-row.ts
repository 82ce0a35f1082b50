import type { Entry } from "./schedule";

/** What of an entry must survive a restart, so that a wake does not ask an upstream before its time. */
export type ScheduleRow = Pick<Entry, "slug" | "dueAt" | "checkedAt" | "failures" | "lane">;

/**
 * Sources slower than this (milliseconds) have their row written at each refresh. Faster ones keep the object awake by
 * their alarms anyway (it hibernates after 10 s), and a row a refresh would double what they cost.
 */
export const SAVE_FROM = 10_000;

/** Whether a row is due: for a slow pace each time, for a fast one when what it would wake up with has changed. */
export function mustSave(before: Entry, after: Entry, pace: number): boolean {
  return pace >= SAVE_FROM || before.lane !== after.lane || (before.failures === 0) !== (after.failures === 0);
}

export function toRow({ slug, dueAt, checkedAt, failures, lane }: Entry): ScheduleRow {
  return { slug, dueAt, checkedAt, failures, lane };
}
