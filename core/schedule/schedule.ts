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

/** When a source is due and how it fared. What of it must survive a restart is `ScheduleRow`. */
export interface Entry {
  readonly slug: string;
  readonly interval: number;
  readonly watched: boolean;
  /** When somebody began to watch, or the last one left. */
  readonly watchedAt: number;
  readonly dueAt: number;
  /** When it was last read with success; null: never, as far as is known. */
  readonly checkedAt: number | null;
  readonly failures: number;
  readonly lane: Lane;
  readonly startedAt: number | null;
  /** The pace in force since it was last read, in milliseconds: a stretch without a look is judged by it. */
  readonly paceSince: number;
  /** A person asked for this try: if it fails, the wait that was running goes on as if it had not been. */
  readonly resumeAt: number | null;
}

export type Finish =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly at: number; readonly retryAfter?: number; readonly timedOut: boolean };

export function newEntry(slug: string, interval: number, now: number): Entry {
  return {
    slug,
    interval,
    watched: false,
    watchedAt: now,
    dueAt: now,
    checkedAt: null,
    failures: 0,
    lane: "new",
    startedAt: null,
    paceSince: 0,
    resumeAt: null,
  };
}

/** Milliseconds between two refreshes, as things are. */
export function pace(entry: Entry): number {
  return entry.watched ? entry.interval : Math.max(entry.interval, IDLE_INTERVAL);
}

/** Which of the due may start now: oldest first, within the slots. */
export function toStart(entries: Iterable<Entry>, now: number): Entry[] {
  const all = [...entries];
  const running = all.filter((entry) => entry.startedAt !== null);
  const held = (lane: Lane) => running.filter((entry) => entry.lane === lane).length;
  const free = { fast: SLOTS.fast - held("fast"), slow: SLOTS.slow - held("slow"), new: SLOTS.new - held("new") };
  let slots = MAX_RUNNING - running.length;
  const due = all.filter((entry) => entry.startedAt === null && entry.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
  return due.filter(({ lane }) => {
    if (slots <= 0 || free[lane] <= 0) return false;
    slots -= 1;
    free[lane] -= 1;
    return true;
  });
}

/** The source is being read. Due again one interval after it was due, so that slow answers do not shift its rhythm. */
export function started(entry: Entry, now: number): Entry {
  const step = pace(entry);
  const next = entry.dueAt + step;
  return { ...entry, startedAt: now, dueAt: next > now ? next : now + step };
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
  const wait = backoff(pace(entry), failures, finish.retryAfter, random);
  return { ...rested, failures, dueAt: finish.at + wait };
}

/** Somebody began to watch, or the last one left. A watched source that is overdue by its own interval is due at once. */
export function watchedNow(entry: Entry, watched: boolean, now: number): Entry {
  if (entry.watched === watched) return entry;
  if (!watched) return { ...entry, watched, watchedAt: now };
  const overdue = (entry.checkedAt ?? 0) + entry.interval;
  const dueAt = entry.failures > 0 ? entry.dueAt : Math.min(entry.dueAt, Math.max(now, overdue));
  return { ...entry, watched, watchedAt: now, dueAt };
}

/** A refresh that has not ended by now never will: the longest deadline of a connector is 30 s. */
export const LOST_AFTER = 35_000;

/**
 * When the schedule wants to be looked at next; null without sources. One that is being read asks for its next due time
 * already, so that its end needs no other alarm: an alarm set costs a row.
 */
export function nextLook(entries: Iterable<Entry>, now: number): number | null {
  let next: number | null = null;
  for (const { dueAt, startedAt } of entries) {
    const at = dueAt > now ? dueAt : startedAt !== null ? startedAt + LOST_AFTER : now + 1_000;
    next = next === null ? at : Math.min(next, at);
  }
  return next;
}
