import type { Beat } from "../protocol/beat";
import type { SourceDefinition } from "../sources/definition";
import { okState } from "../sources/ok-state";
import type { Refresh } from "../sources/reading";
import type { SourceState } from "../sources/state";
import { stateWrite } from "../sources/state-write";
import { SYNTHETIC } from "../sources/synthetic";
import { expectedSince, isWritten, writtenState } from "../sources/written";
import type { Commit, Write } from "../store/store";
import { Beats } from "./beats";
import { changedOf } from "./changed-of";
import { DriftWatch } from "./drift-watch";
import { finishOf } from "./finish-of";
import type { Kept } from "./kept";
import type { RefresherPorts } from "./refresher-ports";
import { type Entry, pace, SLOW_AFTER } from "./schedule";
import type { ScheduleRow } from "./schedule-row";
import { type SourceUse, Timetable } from "./timetable";
import { tooManyKeys } from "./too-many-keys";

type Good = Extract<Refresh, { ok: true }>;

/** Reads each source when it is due, turns what came back into one commit, and says when it looked. */
export class Refresher {
  readonly #ports: RefresherPorts;
  readonly #sources = new Map<string, SourceDefinition>();
  readonly #timetable: Timetable;
  /** Raised when a source changes or goes: an answer to a question of an older generation is dropped. */
  readonly #generation = new Map<string, number>();
  readonly #drift: DriftWatch;
  readonly #beats: Beats;

  constructor(ports: RefresherPorts) {
    this.#ports = ports;
    this.#timetable = new Timetable(ports);
    this.#beats = new Beats(ports, this.#timetable);
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
    for (const entry of this.#timetable.start(now)) this.#read(entry);
    this.#ports.rearm();
  }

  refreshNow(slug: string): void {
    this.#timetable.ask(slug, this.#ports.clock.now());
    this.tick();
  }

  /** When the alarm should ring for the sources' sake. */
  nextLook(): number | null {
    return this.#timetable.nextLook(this.#ports.clock.now());
  }

  times(): Pick<Beat, "checked" | "due"> {
    return this.#timetable.times(this.#ports.clock.now());
  }

  ageOf(slug: string) {
    return this.#timetable.ageOf(slug, this.#ports.clock.now());
  }

  /** Sources were written, even if it changed nothing (null). Where that is expected, it counts as a look. */
  heard(slugs: ReadonlySet<string>, commit: Commit | null): void {
    const at = this.#ports.clock.now();
    const wasSilent = this.#timetable.heard.hear(slugs, commit, at);
    if (wasSilent !== null) this.#beats.tellSoon(at);
    if (wasSilent) this.#ports.rearm();
  }

  /** How a source stands in the schedule, and its last refreshes; null for one that is never asked. */
  use(slug: string): SourceUse | null {
    return this.#timetable.use(slug, this.#ports.clock.now());
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
      const keys = this.#ports.keysOf(slug);
      const at = Math.max(row?.checkedAt ?? 0, ...keys.map((key) => this.#ports.get(key)?.at ?? 0));
      this.#timetable.heard.expect(slug, source.plan?.expected, at || null);
      const since = at === 0 ? expectedSince(source, this.#ports.stateOf(slug), this.#ports.clock.now()) : undefined;
      return this.#commitState(slug, writtenState(source, keys.length, since));
    }
    if (!source.enabled) {
      this.#timetable.pause(slug, row);
      this.#commitState(slug, { state: "paused", name: source.name, interval: source.interval });
      return;
    }
    this.#timetable.adopt(source, row, this.#ports.watches(slug), this.#ports.clock.now());
    if (this.#ports.stateOf(slug) === undefined) {
      this.#commitState(slug, { state: "waiting", name: source.name, interval: source.interval });
    }
  }

  #drop(slug: string): void {
    this.#generation.set(slug, this.#generationOf(slug) + 1);
    this.#sources.delete(slug);
    this.#timetable.drop(slug);
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
    for (const slug of this.#timetable.giveUp(now)) {
      this.#ports.logger.error("refresh_lost", { slug });
      this.#generation.set(slug, this.#generationOf(slug) + 1);
    }
  }

  #noteWatchers(now: number): void {
    for (const slug of this.#timetable.slugs()) {
      this.#timetable.watch(slug, this.#ports.watches(slug), now);
      this.#announcePace(slug, now);
    }
  }

  /**
   * Readers judge ages by the interval in force. The refresh that a new reader brings about tells of it; where that one
   * hangs, readers hear of it before. Not at once: the value of a slow pace would look stale until the answer is there.
   */
  #announcePace(slug: string, now: number): void {
    const [entry, state] = [this.#timetable.get(slug), this.#ports.stateOf(slug)];
    if (!entry || !state || state.interval === pace(entry) || now - entry.watchedAt < SLOW_AFTER) return;
    this.#commitState(slug, { ...state, interval: pace(entry) });
  }

  #read(entry: Entry): void {
    const source = this.#sources.get(entry.slug);
    if (!source) return;
    const generation = this.#generationOf(entry.slug);
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
    const entry = this.#timetable.get(source.slug);
    if (!entry) return;
    const at = this.#ports.clock.now();
    const { kept, changed } = this.#keep(source, entry, outcome, at);
    const { calls = 1, bytes = null } = outcome;
    const failure = kept.ok ? {} : { failure: kept.failure };
    this.#timetable.finish(source.slug, finishOf(kept, at), { bytes, changed, calls, ...failure });
    this.#beats.tell(at);
  }

  /** Commits what came, or the failure. A commit that the storage refuses is a failure too, and changes nothing. */
  #keep(source: SourceDefinition, entry: Entry, outcome: Refresh, at: number): Kept {
    const [{ slug, name }, interval] = [source, pace(entry)];
    const stored: Kept = outcome.ok ? this.#store(source, entry, outcome, at) : { kept: outcome, changed: 0 };
    const { kept } = stored;
    if (kept.ok) return stored;
    this.#drift.failed(slug);
    const before = this.#ports.stateOf(slug);
    const lastGood = before?.state === "failing" ? before.lastGood : entry.checkedAt;
    this.#commitState(slug, { state: "failing", name, interval, failure: kept.failure, lastGood });
    return stored;
  }

  #store(source: SourceDefinition, entry: Entry, outcome: Good, at: number): Kept {
    const [{ slug, name }, interval] = [source, pace(entry)];
    const { writes, removes, drift, keys, seen } = this.#drift.sort(slug, outcome, at);
    if (this.#ports.keyCount() - this.#ports.keysOf(slug).length + keys > this.#ports.limits.keys) {
      return { kept: tooManyKeys(this.#ports.limits.keys), changed: 0 };
    }
    try {
      const state = this.#stateWrite(slug, okState(name, interval, keys, drift));
      // A stretch without a look is judged by the interval that was in force during it, not by the one that begins now.
      const lasted = Math.max(interval, entry.paceSince);
      const looked = { ...seen, lastCheck: entry.checkedAt, interval: lasted, by: { how: "refresh" as const } };
      const appends = (outcome.appends ?? []).map(({ events, ...rest }) => ({
        ...rest,
        events: events.map(({ at: own = at, data }) => ({ at: own, data })),
      }));
      const commit = this.#ports.commit({ at, writes: [...writes, state], removes, appends, ...looked });
      this.#drift.settled(slug, seen.unseen);
      return { kept: outcome, changed: changedOf(commit, slug) };
    } catch (cause) {
      this.#ports.logger.error("commit_failed", { slug, cause: String(cause) });
      const failure = { code: "internal", message: "The values could not be stored." } as const;
      return { kept: { ok: false, failure }, changed: 0 };
    }
  }

  #commitState(slug: string, state: SourceState): void {
    this.#commit([this.#stateWrite(slug, state)], []);
  }

  #stateWrite(slug: string, state: SourceState): Write {
    return stateWrite(slug, this.#sources.get(slug)?.kind === SYNTHETIC ? { ...state, synthetic: true } : state);
  }

  #commit(writes: Write[], removes: string[]): void {
    try {
      this.#ports.commit({ at: this.#ports.clock.now(), writes, removes, lastCheck: null, interval: 0 });
    } catch (cause) {
      this.#ports.logger.error("commit_failed", { cause: String(cause) });
    }
  }

  #generationOf(slug: string): number {
    return this.#generation.get(slug) ?? 0;
  }
}
