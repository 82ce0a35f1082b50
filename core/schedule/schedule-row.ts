import type { RefreshLog } from "./refresh-log";
import type { Entry } from "./schedule";

/** What of an entry must survive a restart, so that a wake does not ask an upstream before its time, and its log. */
export type ScheduleRow = Pick<Entry, "slug" | "dueAt" | "checkedAt" | "failures" | "lane"> & {
  readonly log: RefreshLog;
};

/**
 * Sources slower than this (milliseconds) have their row written at each refresh. Faster ones keep the object awake by
 * their alarms anyway (it hibernates after 10 s), and a row a refresh would double what they cost.
 */
export const SAVE_FROM = 10_000;
/** The row of a faster one is written this often (milliseconds), for its log's sake: 288 rows a day. */
export const SAVE_EVERY = 5 * 60_000;

/**
 * Whether a row is due: for a slow pace each time, for a fast one when what it would wake up with has changed, or when it
 * was last written too long ago.
 */
export function mustSave(before: Entry, after: Entry, pace: number, since: number): boolean {
  const turned = before.lane !== after.lane || (before.failures === 0) !== (after.failures === 0);
  return pace >= SAVE_FROM || turned || since >= SAVE_EVERY;
}

export function toRow({ slug, dueAt, checkedAt, failures, lane }: Entry, log: RefreshLog): ScheduleRow {
  return { slug, dueAt, checkedAt, failures, lane, log };
}
