import type { SourceDefinition } from "../sources/definition";
import type { NextTime, Plan } from "../sources/plan";
import { backoff } from "./backoff";

/**
 * How a source has been answering, which is how many slots its like may hold together. A slow one (timed out, or over a
 * second) may hang, and so may one that was never asked: together they leave a slot to those that answer at once.
 */
export type Lane = "fast" | "slow" | "new";
/** Upstream connections side by side: the platform allows six. */
export const MAX_RUNNING = 6;
const SLOTS: Record<Lane, number> = { fast: MAX_RUNNING, slow: 2, new: 3 };
/** A refresh longer than this (milliseconds) makes its source slow until it answers faster. */
export const SLOW_AFTER = 1_000;
/** How rarely a source is read while nobody watches: at least this, and never more often than its own interval. */
export const IDLE_INTERVAL = 60_000;
/** The same of one that is to be read only while somebody watches. */
export const REST_INTERVAL = 24 * 60 * 60_000;
export const HOUR = 60 * 60_000;

/** When a source is due and how it fared. What of it must survive a restart is `ScheduleRow`. */
export interface Entry {
  readonly slug: string;
  readonly interval: number;
  readonly plan: Plan;
  readonly watched: boolean;
  /** When somebody began to watch, or the last one left. */
  readonly watchedAt: number;
  /** When it is due by its pace or its wait; `dueOf` says when it is started at the earliest. */
  readonly dueAt: number;
  /** With cron: how far its times lie apart about now, in milliseconds. */
  readonly gap: number;
  /** When it was last started; null: not since this object woke up. */
  readonly triedAt: number | null;
  /** When it was last read with success; null: never, as far as is known. */
  readonly checkedAt: number | null;
  readonly failures: number;
  readonly lane: Lane;
  readonly startedAt: number | null;
  /** The pace in force since it was last read, in milliseconds: a stretch without a look is judged by it. */
  readonly paceSince: number;
  /** A person asked for this try: if it fails, the wait that was running goes on as if it had not been. */
  readonly resumeAt: number | null;
  /** Upstream calls in the hour that began so many hours after 1970. */
  readonly hour: number;
  readonly calls: number;
}

export type Finish =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly at: number; readonly retryAfter?: number; readonly timedOut: boolean };

export function newEntry({ slug, interval, plan }: SourceDefinition, now: number): Entry {
  return {
    slug,
    interval,
    plan: plan ?? { mode: "idle" },
    watched: false,
    watchedAt: now,
    dueAt: now,
    gap: interval,
    triedAt: null,
    checkedAt: null,
    failures: 0,
    lane: "new",
    startedAt: null,
    paceSince: 0,
    resumeAt: null,
    hour: 0,
    calls: 0,
  };
}

/** Milliseconds between two refreshes, as things are. A budget spreads over the hour. */
export function pace({ plan: { mode, cron, budget }, interval, watched, gap }: Entry): number {
  if (cron) return gap;
  const rest = mode === "watched" ? REST_INTERVAL : IDLE_INTERVAL;
  const wanted = watched || mode === "always" ? interval : Math.max(interval, rest);
  return budget === undefined ? wanted : Math.max(wanted, Math.ceil(HOUR / budget));
}

export function callsThisHour({ hour, calls }: Pick<Entry, "hour" | "calls">, now: number): number {
  return hour === hourOf(now) ? calls : 0;
}

export function hourOf(at: number): number {
  return Math.floor(at / HOUR);
}

/**
 * When it may be started: not before it is due, not while it rests because nobody watches (unless a person asks), and
 * not before the next hour when the budget of this one is used up.
 */
export function dueOf(entry: Entry, now: number): number {
  const { plan, watched, dueAt, triedAt, resumeAt } = entry;
  const rests = plan.mode === "watched" && !plan.cron && !watched && resumeAt === null && triedAt !== null;
  const due = rests ? Math.max(dueAt, triedAt + REST_INTERVAL) : dueAt;
  const isUsedUp = plan.budget !== undefined && callsThisHour(entry, now) >= plan.budget;
  return isUsedUp ? Math.max(due, (hourOf(now) + 1) * HOUR) : due;
}

/** Which of the due may start now: oldest first, within the slots and within the `calls` that are left for all. */
export function toStart(entries: Iterable<Entry>, now: number, calls = Number.POSITIVE_INFINITY): Entry[] {
  const all = [...entries];
  const running = all.filter((entry) => entry.startedAt !== null);
  const held = (lane: Lane) => running.filter((entry) => entry.lane === lane).length;
  const free = { fast: SLOTS.fast - held("fast"), slow: SLOTS.slow - held("slow"), new: SLOTS.new - held("new") };
  let slots = Math.min(MAX_RUNNING - running.length, calls);
  const due = all.filter((entry) => entry.startedAt === null && dueOf(entry, now) <= now);
  return due
    .sort((a, b) => a.dueAt - b.dueAt)
    .filter(({ lane }) => {
      if (slots <= 0 || free[lane] <= 0) return false;
      slots -= 1;
      free[lane] -= 1;
      return true;
    });
}

/** The source is being read. Due again one interval after it was due, so that slow answers do not shift its rhythm. */
export function started(entry: Entry, now: number, next: NextTime): Entry {
  const begun: Entry = { ...counted(entry, 1, now), startedAt: now, triedAt: now };
  if (entry.plan.cron) return atTimes(begun, now, next);
  const step = pace(entry);
  const dueAt = entry.dueAt + step;
  return { ...begun, dueAt: dueAt > now ? dueAt : now + step };
}

/** Due by its cron times. One that names no more times is looked at once a day. */
function atTimes(entry: Entry, now: number, next: NextTime): Entry {
  const { cron } = entry.plan;
  const dueAt = (cron && next(cron, now)) ?? now + REST_INTERVAL;
  const after = (cron && next(cron, dueAt)) ?? dueAt + REST_INTERVAL;
  // Started a little after its time: by whole seconds, so that the gap is the same each time.
  return { ...entry, dueAt, gap: Math.max(dueAt - Math.floor(now / 1_000) * 1_000, after - dueAt) };
}

/** Upstream calls were made. */
export function counted(entry: Entry, calls: number, now: number): Entry {
  return { ...entry, hour: hourOf(now), calls: callsThisHour(entry, now) + calls };
}

/** Asked for by a person: due at once, whatever the schedule says. */
export function askedNow(entry: Entry, now: number): Entry {
  return { ...entry, dueAt: now, resumeAt: entry.dueAt };
}

export function finished(entry: Entry, finish: Finish, random: number): Entry {
  const took = entry.startedAt === null ? 0 : finish.at - entry.startedAt;
  const hung = took > SLOW_AFTER || (!finish.ok && finish.timedOut);
  const rested: Entry = { ...entry, startedAt: null, resumeAt: null, lane: hung ? "slow" : "fast" };
  if (finish.ok) return { ...rested, failures: 0, checkedAt: finish.at, paceSince: pace(entry) };
  if (entry.resumeAt !== null && entry.failures > 0)
    return { ...rested, dueAt: Math.max(entry.resumeAt, finish.at + 1) };
  const failures = entry.failures + 1;
  // One that rests comes back soon when somebody looks (the rest itself is kept by `dueOf`), one by cron before its time.
  const isSparse = entry.plan.mode === "watched" || entry.plan.cron !== undefined;
  const base = isSparse ? Math.min(pace(entry), Math.max(entry.interval, IDLE_INTERVAL)) : pace(entry);
  const wait = backoff(base, failures, finish.retryAfter, random);
  return { ...rested, failures, dueAt: finish.at + wait };
}

/** Somebody began to watch, or the last one left. A watched source that is overdue by its own interval is due at once. */
export function watchedNow(entry: Entry, watched: boolean, now: number): Entry {
  if (entry.watched === watched) return entry;
  if (!watched || entry.plan.cron) return { ...entry, watched, watchedAt: now };
  // One that is being read this moment has been asked for whoever came.
  const overdue = Math.max(entry.checkedAt ?? 0, entry.startedAt ?? 0) + pace({ ...entry, watched });
  const dueAt = entry.failures > 0 ? entry.dueAt : Math.min(entry.dueAt, Math.max(now, overdue));
  return { ...entry, watched, watchedAt: now, dueAt };
}

/**
 * Nothing of it is later than now, unless the clock was set back, as a laptop's or a restored machine's is: then it is
 * as if all of that were now, or the source would not be asked again until the clock is where it was.
 */
export function setBack(entry: Entry, now: number): Entry {
  const { watchedAt, triedAt, checkedAt, startedAt } = entry;
  if (Math.max(watchedAt, triedAt ?? 0, checkedAt ?? 0, startedAt ?? 0) <= now) return entry;
  const past = (at: number | null) => (at === null ? null : Math.min(at, now));
  return {
    ...entry,
    watchedAt: Math.min(watchedAt, now),
    triedAt: past(triedAt),
    checkedAt: past(checkedAt),
    startedAt: past(startedAt),
    dueAt: Math.min(entry.dueAt, now + pace(entry)),
  };
}

/** A refresh that has not ended by now never will: the longest deadline of a connector is 30 s. */
export const LOST_AFTER = 35_000;

/**
 * When the schedule wants to be looked at next; null without sources. One that is being read asks for its next due time
 * already, so that its end needs no other alarm: an alarm set costs a row.
 */
export function nextLook(entries: Iterable<Entry>, now: number): number | null {
  let next: number | null = null;
  for (const entry of entries) {
    const dueAt = dueOf(entry, now);
    const at = dueAt > now ? dueAt : entry.startedAt !== null ? entry.startedAt + LOST_AFTER : now + 1_000;
    next = next === null ? at : Math.min(next, at);
  }
  return next;
}
