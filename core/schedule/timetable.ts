import type { Random } from "../ports";
import type { Beat } from "../protocol/beat";
import type { SourceDefinition } from "../sources/definition";
import type { NextTime } from "../sources/plan";
import { Heard } from "./heard";
import { callsIn, callsPastHour, emptyLog, logged, type RefreshLog, type RefreshRecord } from "./refresh-log";
import {
  askedNow,
  callsThisHour,
  counted,
  dueOf,
  type Entry,
  type Finish,
  finished,
  HOUR,
  hourOf,
  LOST_AFTER,
  newEntry,
  nextLook,
  pace,
  setBack,
  started,
  toStart,
  watchedNow,
} from "./schedule";
import { mustSave, type ScheduleRow, toRow } from "./schedule-row";

interface TimetablePorts {
  readonly random: Random;
  /** Upstream calls an hour of all sources together. */
  readonly budget: number;
  next: NextTime;
  save(row: ScheduleRow): void;
}

/** How a source stands in the schedule; `pace` and `dueAt` are null while it is paused. Times in milliseconds since 1970. */
export interface SourceUse {
  readonly pace: number | null;
  readonly dueAt: number | null;
  readonly callsPastHour: number;
  readonly callsThisHour: number;
  readonly log: RefreshLog;
}

/** Which source is due when, what of it was asked, and what came of it. */
export class Timetable {
  readonly #ports: TimetablePorts;
  readonly #entries = new Map<string, Entry>();
  readonly #logs = new Map<string, RefreshLog>();
  readonly #savedAt = new Map<string, number>();
  /** When those that a person paused were last read with success. */
  readonly #readAt = new Map<string, number>();
  /** Those that are not asked. */
  readonly heard: Heard;
  /** Of all sources, those that are gone included. */
  #total = { hour: 0, calls: 0 };

  constructor(ports: TimetablePorts) {
    this.#ports = ports;
    this.heard = new Heard((row) => ports.save(row));
  }

  /** Takes a source in that is new or changed; one that is known keeps its log, and what of its budget it has used. */
  adopt(source: SourceDefinition, row: ScheduleRow | undefined, watched: boolean, now: number): void {
    const { slug } = source;
    const { log = this.log(slug), ...saved } = row ?? {};
    const used = { hour: hourOf(now), calls: callsIn(log, hourOf(now)) };
    const entry: Entry = { ...newEntry(source, now), ...used, ...saved };
    // What a row says when it is due is of a time at which it may not have been watched.
    this.#entries.set(slug, watchedNow({ ...entry, gap: this.#gap(entry, now) }, watched, now));
    this.#readAt.delete(slug);
    this.#logs.set(slug, log);
    // A row comes with a restart, by which the sum over all sources was forgotten.
    if (row) this.#count(used.calls, now);
  }

  /** It is not asked for now; its log stays, and when it was last read. */
  pause(slug: string, row: ScheduleRow | undefined): void {
    const [entry, log] = [this.#entries.get(slug), row?.log ?? this.log(slug)];
    const checkedAt = entry?.checkedAt ?? row?.checkedAt ?? null;
    // Of a fast one the row may be minutes old, and there will be no other.
    if (entry) this.#ports.save(toRow(entry, log));
    if (checkedAt !== null) this.#readAt.set(slug, checkedAt);
    this.#entries.delete(slug);
    this.#logs.set(slug, log);
  }

  drop(slug: string): void {
    for (const map of [this.#entries, this.#logs, this.#savedAt, this.#readAt]) map.delete(slug);
    this.heard.drop(slug);
  }

  get(slug: string): Entry | undefined {
    return this.#entries.get(slug);
  }

  slugs(): string[] {
    return [...this.#entries.keys()];
  }

  /** Those that may start now, marked as started. */
  start(now: number): Entry[] {
    for (const [slug, entry] of this.#entries) this.#entries.set(slug, setBack(entry, now));
    this.heard.setBack(now);
    const due = toStart(this.#entries.values(), now, this.#ports.budget - callsThisHour(this.#total, now));
    for (const entry of due) {
      this.#entries.set(entry.slug, started(entry, now, this.#ports.next));
      this.#count(1, now);
    }
    return due;
  }

  /** Those that never ended are over: their slugs. */
  giveUp(now: number): string[] {
    const lost = [...this.#entries.values()].filter(
      ({ startedAt }) => startedAt !== null && startedAt + LOST_AFTER <= now,
    );
    for (const { slug } of lost) {
      const failure = { code: "timeout", message: "There was no end to it." } as const;
      this.finish(slug, { ok: false, at: now, timedOut: true }, { bytes: null, changed: 0, failure, calls: 1 });
    }
    return lost.map(({ slug }) => slug);
  }

  finish(
    slug: string,
    finish: Finish,
    { calls, ...came }: Omit<RefreshRecord, "at" | "took"> & { readonly calls: number },
  ): void {
    const entry = this.#entries.get(slug);
    if (!entry) return;
    const { at } = finish;
    const more = calls - 1;
    const next = counted(finished(entry, finish, this.#ports.random.next()), more, at);
    this.#count(more, at);
    this.#entries.set(slug, next);
    const log = logged(this.log(slug), { at, took: at - (entry.startedAt ?? at), ...came }, calls);
    this.#logs.set(slug, log);
    this.#save(entry, next, log, at);
  }

  ask(slug: string, now: number): void {
    const entry = this.#entries.get(slug);
    if (entry && entry.startedAt === null) this.#entries.set(slug, askedNow(entry, now));
  }

  watch(slug: string, watched: boolean, now: number): void {
    const entry = this.#entries.get(slug);
    if (entry) this.#entries.set(slug, watchedNow(entry, watched, now));
  }

  /** When it was last read with success, or heard of, and whether it is being read, or will be as soon as there is room. */
  ageOf(slug: string, now: number): { readonly checkedAt: number | null; readonly awaits: boolean } {
    const entry = this.#entries.get(slug);
    if (!entry) return { checkedAt: this.#readAt.get(slug) ?? this.heard.at(slug), awaits: false };
    const isSpent = callsThisHour(this.#total, now) >= this.#ports.budget;
    const { checkedAt, startedAt } = entry;
    return { checkedAt, awaits: startedAt !== null || (!isSpent && dueOf(entry, now) <= now) };
  }

  log(slug: string): RefreshLog {
    return this.#logs.get(slug) ?? emptyLog;
  }

  nextLook(now: number): number | null {
    const next = nextLook(this.#entries.values(), now);
    if (next === null || callsThisHour(this.#total, now) < this.#ports.budget) return next;
    return Math.max(next, (hourOf(now) + 1) * HOUR);
  }

  times(now: number): Pick<Beat, "checked" | "due"> {
    const [entries, { checked, due }] = [[...this.#entries.values()], this.heard.times()];
    const looks = entries.flatMap((e) => (e.checkedAt === null ? [] : [[e.slug, e.checkedAt] as const]));
    return {
      checked: { ...checked, ...Object.fromEntries([...this.#readAt, ...looks]) },
      due: { ...due, ...Object.fromEntries(entries.map((e) => [e.slug, dueOf(e, now)])) },
    };
  }

  /** Milliseconds until the next watched source is due; null without one. */
  nextWatched(now: number): number | null {
    const waits = [...this.#entries.values()].filter((e) => e.watched).map((e) => dueOf(e, now) - now);
    const ahead = waits.filter((wait) => wait > 0);
    return ahead.length === 0 ? null : Math.min(...ahead);
  }

  use(slug: string, now: number): SourceUse | null {
    const [entry, log] = [this.#entries.get(slug), this.#logs.get(slug)];
    if (!log) return null;
    const calls = entry ?? { hour: hourOf(now), calls: callsIn(log, hourOf(now)) };
    return {
      pace: entry ? pace(entry) : null,
      dueAt: entry ? dueOf(entry, now) : null,
      callsPastHour: callsPastHour(log, now),
      callsThisHour: callsThisHour(calls, now),
      log,
    };
  }

  #gap({ plan: { cron }, interval }: Entry, now: number): number {
    const first = cron && this.#ports.next(cron, now);
    const second = cron && first && this.#ports.next(cron, first);
    return first && second ? second - first : interval;
  }

  #count(calls: number, now: number): void {
    this.#total = { hour: hourOf(now), calls: callsThisHour(this.#total, now) + calls };
  }

  #save(before: Entry, after: Entry, log: RefreshLog, at: number): void {
    const since = at - (this.#savedAt.get(after.slug) ?? at);
    if (!this.#savedAt.has(after.slug)) this.#savedAt.set(after.slug, at);
    if (!mustSave(before, after, pace(after), since)) return;
    this.#savedAt.set(after.slug, at);
    this.#ports.save(toRow(after, log));
  }
}
