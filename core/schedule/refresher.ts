import { BEAT_EVERY } from "../freshness/freshness";
import type { Beat } from "../protocol/beat";
import type { SourceDefinition } from "../sources/definition";
import { okState } from "../sources/ok-state";
import type { Refresh } from "../sources/reading";
import type { SourceState } from "../sources/state";
import { stateWrite } from "../sources/state-write";
import { isWritten, writtenState } from "../sources/written";
import type { Write } from "../store/store";
import { DriftWatch } from "./drift-watch";
import type { RefresherPorts } from "./refresher-ports";
import {
  askedNow,
  type Entry,
  finished,
  LOST_AFTER,
  newEntry,
  nextLook,
  pace,
  SLOW_AFTER,
  started,
  toStart,
  watchedNow,
} from "./schedule";
import { mustSave, type ScheduleRow, toRow } from "./schedule-row";
import { tooManyKeys } from "./too-many-keys";

type Good = Extract<Refresh, { ok: true }>;

/** Reads each source when it is due, turns what came back into one commit, and says when it looked. */
export class Refresher {
  readonly #ports: RefresherPorts;
  readonly #sources = new Map<string, SourceDefinition>();
  readonly #entries = new Map<string, Entry>();
  /** Raised when a source changes or goes: an answer to a question of an older generation is dropped. */
  readonly #generation = new Map<string, number>();
  readonly #drift: DriftWatch;
  #beatAt = 0;

  constructor(ports: RefresherPorts) {
    this.#ports = ports;
    this.#drift = new DriftWatch(ports);
  }

  /** Takes the definitions over; sources that are new or changed are due at once, those that went lose their keys. */
  setSources(definitions: readonly SourceDefinition[], rows: readonly ScheduleRow[] = []): void {
    const wanted = new Map(definitions.map((source) => [source.slug, source]));
    for (const slug of this.#sources.keys()) if (!wanted.has(slug)) this.#drop(slug);
    for (const source of definitions) {
      if (JSON.stringify(this.#sources.get(source.slug)) === JSON.stringify(source)) continue;
      this.#adopt(
        source,
        rows.find((row) => row.slug === source.slug),
      );
    }
    this.#dropOrphans(wanted);
    this.tick();
  }

  source(slug: string): SourceDefinition | undefined {
    return this.#sources.get(slug);
  }

  /** Starts what is due. Never throws, never waits for an upstream. */
  tick(): void {
    const now = this.#ports.clock.now();
    this.#forgetLost(now);
    this.#noteWatchers(now);
    for (const entry of toStart(this.#entries.values(), now)) this.#start(entry, now);
    this.#ports.rearm();
  }

  refreshNow(slug: string): void {
    const entry = this.#entries.get(slug);
    if (!entry || entry.startedAt !== null) return;
    this.#entries.set(slug, askedNow(entry, this.#ports.clock.now()));
    this.tick();
  }

  /** When the alarm should ring for the sources' sake. */
  nextLook(): number | null {
    return nextLook(this.#entries.values(), this.#ports.clock.now());
  }

  times(): Pick<Beat, "checked" | "due"> {
    const entries = [...this.#entries.values()];
    return {
      checked: Object.fromEntries(entries.flatMap((e) => (e.checkedAt === null ? [] : [[e.slug, e.checkedAt]]))),
      due: Object.fromEntries(entries.map((e) => [e.slug, e.dueAt])),
    };
  }

  #adopt(source: SourceDefinition, row: ScheduleRow | undefined): void {
    const { slug } = source;
    const before = this.#sources.get(slug);
    // Another source under the same short name: what the one before brought is not its.
    if (before && before.id !== source.id) this.#drop(slug);
    this.#generation.set(slug, this.#generationOf(slug) + 1);
    this.#sources.set(slug, source);
    if (before) this.#drift.changed(slug);
    if (isWritten(source.kind)) {
      this.#commitState(slug, writtenState(source.name, this.#ports.keysOf(slug).length));
      return;
    }
    if (!source.enabled) {
      this.#entries.delete(slug);
      this.#commitState(slug, { state: "paused", name: source.name, interval: source.interval });
      return;
    }
    const now = this.#ports.clock.now();
    this.#entries.set(slug, { ...newEntry(slug, source.interval, now), ...row, watched: this.#ports.watches(slug) });
    if (this.#ports.stateOf(slug) === undefined) {
      this.#commitState(slug, { state: "waiting", name: source.name, interval: source.interval });
    }
  }

  #drop(slug: string): void {
    this.#generation.set(slug, this.#generationOf(slug) + 1);
    this.#sources.delete(slug);
    this.#entries.delete(slug);
    this.#drift.forget(slug);
    this.#ports.forget(slug);
    this.#commit([], [...this.#ports.keysOf(slug), `$sources.${slug}`]);
  }

  /** Keys whose source went while nobody was awake to hear of it. */
  #dropOrphans(wanted: ReadonlyMap<string, SourceDefinition>): void {
    for (const key of this.#ports.keysOf("$sources")) {
      const slug = key.slice("$sources.".length);
      if (!wanted.has(slug)) this.#drop(slug);
    }
  }

  #forgetLost(now: number): void {
    for (const entry of this.#entries.values()) {
      if (entry.startedAt === null || entry.startedAt + LOST_AFTER > now) continue;
      this.#ports.logger.error("refresh_lost", { slug: entry.slug });
      this.#generation.set(entry.slug, this.#generationOf(entry.slug) + 1);
      this.#entries.set(entry.slug, finished(entry, { ok: false, at: now, timedOut: true }, this.#ports.random.next()));
    }
  }

  #noteWatchers(now: number): void {
    for (const entry of this.#entries.values()) {
      this.#entries.set(entry.slug, watchedNow(entry, this.#ports.watches(entry.slug), now));
      this.#announcePace(entry.slug, now);
    }
  }

  /**
   * Readers judge ages by the interval in force. The refresh that a new reader brings about tells of it; where that one
   * hangs, readers hear of it before. Not at once: the value of a slow pace would look stale until the answer is there.
   */
  #announcePace(slug: string, now: number): void {
    const [entry, state] = [this.#entries.get(slug), this.#ports.stateOf(slug)];
    if (!entry || !state || state.interval === pace(entry) || now - entry.watchedAt < SLOW_AFTER) return;
    this.#commitState(slug, { ...state, interval: pace(entry) });
  }

  #start(entry: Entry, now: number): void {
    const source = this.#sources.get(entry.slug);
    if (!source) return;
    const generation = this.#generationOf(entry.slug);
    this.#entries.set(entry.slug, started(entry, now));
    const refresh = this.#ports
      .read(source, this.#drift.isHeld(entry.slug), entry.checkedAt)
      .catch((cause): Refresh => {
        this.#ports.logger.error("refresh_defect", { slug: entry.slug, cause: String(cause) });
        return { ok: false, failure: { code: "internal", message: "Reading this source went wrong on our side." } };
      });
    void refresh.then((outcome) => {
      if (this.#generationOf(entry.slug) === generation) this.#finish(source, outcome);
      this.tick();
    });
  }

  #finish(source: SourceDefinition, outcome: Refresh): void {
    const entry = this.#entries.get(source.slug);
    if (!entry) return;
    const at = this.#ports.clock.now();
    const kept = this.#keep(source, entry, outcome, at);
    const finish = kept.ok
      ? ({ ok: true, at } as const)
      : { ok: false as const, at, timedOut: kept.failure.code === "timeout", ...retryAfterOf(kept) };
    const next = finished(entry, finish, this.#ports.random.next());
    this.#entries.set(source.slug, next);
    if (mustSave(entry, next, pace(next))) this.#ports.save(toRow(next));
    this.#beat(at);
  }

  /** Commits what came, or the failure. A commit that the storage refuses is a failure too, and changes nothing. */
  #keep(source: SourceDefinition, entry: Entry, outcome: Refresh, at: number): Refresh {
    const { slug, name } = source;
    const interval = pace(entry);
    const kept = outcome.ok ? this.#store(source, entry, outcome, at) : outcome;
    if (kept.ok) return kept;
    this.#drift.failed(slug);
    const before = this.#ports.stateOf(slug);
    const lastGood = before?.state === "failing" ? before.lastGood : entry.checkedAt;
    this.#commitState(slug, { state: "failing", name, interval, failure: kept.failure, lastGood });
    return kept;
  }

  #store(source: SourceDefinition, entry: Entry, outcome: Good, at: number): Refresh {
    const { slug, name } = source;
    const interval = pace(entry);
    const { writes, removes, drift, keys, seen } = this.#drift.sort(slug, outcome, at);
    if (this.#ports.keyCount() - this.#ports.keysOf(slug).length + keys > this.#ports.limits.keys) {
      return tooManyKeys(this.#ports.limits.keys);
    }
    try {
      const state = stateWrite(slug, okState(name, interval, keys, drift));
      // A stretch without a look is judged by the interval that was in force during it, not by the one that begins now.
      const looked = { ...seen, lastCheck: entry.checkedAt, interval: Math.max(interval, entry.paceSince) };
      const appends = (outcome.appends ?? []).map(({ key, events, meta }) => ({
        key,
        events: events.map(({ at: own = at, data }) => ({ at: own, data })),
        meta,
      }));
      this.#ports.commit({ at, writes: [...writes, state], removes, appends, ...looked });
      this.#drift.settled(slug, seen.unseen);
      return outcome;
    } catch (cause) {
      this.#ports.logger.error("commit_failed", { slug, cause: String(cause) });
      return { ok: false, failure: { code: "internal", message: "The values could not be stored." } };
    }
  }

  #commitState(slug: string, state: SourceState): void {
    this.#commit([stateWrite(slug, state)], []);
  }

  #commit(writes: Write[], removes: string[]): void {
    try {
      this.#ports.commit({ at: this.#ports.clock.now(), writes, removes, lastCheck: null, interval: 0 });
    } catch (cause) {
      this.#ports.logger.error("commit_failed", { cause: String(cause) });
    }
  }

  /** "I looked": to all who watch, at most every 5 s. */
  #beat(at: number): void {
    if (at - this.#beatAt < BEAT_EVERY) return;
    this.#beatAt = at;
    const waits = [...this.#entries.values()].filter((e) => e.watched && e.dueAt > at).map((e) => e.dueAt - at);
    const next = Math.max(BEAT_EVERY, waits.length > 0 ? Math.min(...waits) : BEAT_EVERY);
    this.#ports.beat({ at, ...this.times(), next });
  }

  #generationOf(slug: string): number {
    return this.#generation.get(slug) ?? 0;
  }
}

function retryAfterOf(kept: Extract<Refresh, { ok: false }>): { retryAfter?: number } {
  return kept.retryAfter === undefined ? {} : { retryAfter: kept.retryAfter };
}
