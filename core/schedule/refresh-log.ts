import * as v from "valibot";
import { finite } from "../schema/finite";
import { failureCode } from "../sources/state";
import { hourOf } from "./schedule";

/** Refreshes of a source that are remembered one by one, and hours of which only sums are. */
export const MOST_RECENT = 50;
export const MOST_HOURS = 24;

/** One refresh. Times in milliseconds, `bytes` of text that upstream answered; null where nothing says how many. */
export const refreshRecord = v.object({
  at: finite(),
  took: finite(),
  bytes: v.nullable(finite()),
  /** Keys that changed, came or went. */
  changed: finite(),
  failure: v.optional(v.object({ code: failureCode, message: v.string() })),
});
export type RefreshRecord = v.InferOutput<typeof refreshRecord>;

/** One hour. `hour`: hours since 1970. */
const hourRecord = v.object({ hour: finite(), good: finite(), failed: finite(), calls: finite() });

/** Newest first, both. */
export const refreshLog = v.object({ recent: v.array(refreshRecord), hours: v.array(hourRecord) });
export type RefreshLog = v.InferOutput<typeof refreshLog>;

export const emptyLog: RefreshLog = { recent: [], hours: [] };

/** `calls`: upstream calls that it took. */
export function logged({ recent, hours }: RefreshLog, record: RefreshRecord, calls: number): RefreshLog {
  const hour = hourOf(record.at);
  const [newest, ...older] = hours;
  const now = newest?.hour === hour ? newest : { hour, good: 0, failed: 0, calls: 0 };
  const rest = newest?.hour === hour ? older : hours;
  const sums = {
    hour,
    good: now.good + (record.failure ? 0 : 1),
    failed: now.failed + (record.failure ? 1 : 0),
    calls: now.calls + calls,
  };
  return {
    recent: [record, ...recent.slice(0, MOST_RECENT - 1)],
    hours: [sums, ...rest.filter((one) => one.hour > hour - MOST_HOURS)],
  };
}

/** Upstream calls in one hour, counted from 1970. */
export function callsIn({ hours }: RefreshLog, hour: number): number {
  return hours.find((one) => one.hour === hour)?.calls ?? 0;
}

/** Upstream calls in the past 60 minutes: what of the last whole hour lies in them is taken as its share. */
export function callsPastHour(log: RefreshLog, now: number): number {
  const of = (hour: number) => callsIn(log, hour);
  const share = 1 - (now / 3_600_000 - hourOf(now));
  return Math.round(of(hourOf(now)) + of(hourOf(now) - 1) * share);
}
