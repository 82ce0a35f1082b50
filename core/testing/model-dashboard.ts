import * as v from "valibot";
import { Alerts, type Kept } from "../alerts/alerts";
import { Hub } from "../hub/hub";
import { defaultLimits, type Limits } from "../hub/limits";
import { MERGE_WINDOW } from "../hub/merge-window";
import { Room } from "../hub/room";
import type { Logger } from "../ports";
import { type Down, down } from "../protocol/down";
import type { Role } from "../protocol/welcome";
import { Refresher } from "../schedule/refresher";
import type { RefresherPorts } from "../schedule/refresher-ports";
import type { ScheduleRow } from "../schedule/schedule-row";
import { readAs } from "../schema/read-as";
import type { SourceDefinition } from "../sources/definition";
import type { NextTime } from "../sources/plan";
import type { Refresh } from "../sources/reading";
import { type SourceState, sourceState } from "../sources/state";
import { type ChangeSet, Store } from "../store/store";
import { MemoryStorage } from "./memory-storage";

/** A question to an upstream that waits for the test to answer it. */
interface Question {
  readonly slug: string;
  readonly askedAt: number;
  answer(outcome: Refresh): Promise<void>;
}

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** The engine wired as the object wires it, with a clock, upstreams and an alarm that the test moves by hand. */
export class ModelDashboard {
  time = 1_000_000;
  /** Whether rights are known; false holds everything back until `room.release()`. */
  cleared = true;
  readonly storage: MemoryStorage;
  readonly questions: Question[] = [];
  readonly rows = new Map<string, ScheduleRow>();
  /** Alert rules, as the disk has them. */
  readonly kept: Map<string, Kept>;
  readonly logged: string[] = [];
  /** When a source with cron is due: each full hour, unless the test says otherwise. */
  nextTime: NextTime = (_, after) => (Math.floor(after / 3_600_000) + 1) * 3_600_000;
  /** Whether the last question could be answered by "unchanged". */
  held = false;
  /** When the source that was read last was read before, as it was told. */
  lookedAt: number | null = null;
  readonly store: Store;
  readonly hub = new Hub();
  readonly room: Room;
  readonly refresher: Refresher;
  readonly alerts: Alerts;

  /** `budget`: upstream calls an hour of all sources. `kept`: what one before it knew of its alert rules. */
  constructor(
    limits: Limits = defaultLimits,
    storage = new MemoryStorage(),
    budget = Number.POSITIVE_INFINITY,
    kept = new Map<string, Kept>(),
  ) {
    this.storage = storage;
    this.kept = kept;
    const clock = { now: () => this.time };
    this.store = new Store(this.storage, () => "abcdefgh");
    this.room = new Room(this.store, this.hub, {
      clock,
      timers: { now: () => this.#windows * MERGE_WINDOW, after: (_, callback) => this.#later(callback) },
      limits,
      logger: { error: (event) => this.logged.push(event) },
      source: (slug) => this.refresher.source(slug),
      times: () => this.refresher.times(),
      heard: (slugs, commit) => this.refresher.heard(slugs, commit),
      cleared: () => this.cleared,
      remember: () => {},
      watchersChanged: () => this.refresher.tick(),
      committed: (commit) => this.alerts.committed(commit),
    });
    this.refresher = new Refresher({
      clock,
      timers: { now: () => this.time, after: (wait, callback) => this.#at(this.time + wait, callback) },
      random: { next: () => 0.5 },
      limits,
      logger: { ...silent, error: (event) => this.logged.push(event) },
      read: (source, held, lookedAt) => {
        this.held = held;
        this.lookedAt = lookedAt;
        return this.#ask(source, held, lookedAt);
      },
      get: (key) => this.store.get(key),
      keysOf: (slug) => this.store.keysOf(slug),
      keyCount: () => this.store.size,
      stateOf: (slug) => this.#stateOf(slug),
      watches: (slug) => this.hub.watches(slug, this.time) || this.alerts.watches(slug),
      commit: (change) => this.room.commit(change),
      budget,
      next: (cron, after) => this.nextTime(cron, after),
      save: (row) => this.rows.set(row.slug, row),
      forget: (slug) => this.rows.delete(slug),
      beat: (beat) => this.hub.beat(beat),
      rearm: () => this.alerts.tick(),
    });
    const ports = {
      clock,
      logger: { error: (event: string) => this.logged.push(event) },
      get: (key: string) => this.store.get(key),
      keysOf: (first: string) => this.store.keysOf(first),
      ageOf: (slug: string) => ({ source: this.#stateOf(slug), ...this.refresher.ageOf(slug) }),
      commit: (change: ChangeSet) => this.room.commit(change),
      save: (one: Kept) => this.kept.set(one.rule.id, structuredClone(one)),
      forget: (id: string) => this.kept.delete(id),
      rearm: () => {},
    };
    this.alerts = new Alerts(ports, [...kept.values()]);
  }

  #stateOf(slug: string): SourceState | undefined {
    return readAs(sourceState, this.store.get(`$sources.${slug}`)?.value);
  }

  source(slug: string, interval = 2_000): SourceDefinition {
    return { id: slug, slug, name: slug, kind: "test", settings: {}, interval, enabled: true };
  }

  /** A reader with everything it was sent, parsed. */
  connect(id: string, patterns: string[], sessionEnds = Number.MAX_SAFE_INTEGER, role: Role = "viewer", userId = id) {
    const heard: Down[] = [];
    const closed: number[] = [];
    const outlet = {
      send: (frame: string) => heard.push(v.parse(down, JSON.parse(frame))),
      close: (code: number) => closed.push(code),
    };
    const principal = { kind: "member", userId, name: userId, role, sessionId: id, sessionEnds } as const;
    const member = this.room.admit(id, principal, outlet);
    const say = (frame: unknown) => this.room.receive(member, JSON.stringify(frame));
    if (patterns.length > 0) say({ type: "subscribe", id: "1", keys: patterns });
    return { heard, closed, say, member };
  }

  /** Lets time pass as the alarm would: stops at each moment that something wanted to be looked at. */
  async pass(milliseconds: number): Promise<void> {
    await this.settle();
    const end = this.time + milliseconds;
    for (;;) {
      const wishes = [this.refresher.nextLook(), this.alerts.nextLook()].filter((wish) => wish !== null);
      const next = Math.min(...wishes, ...this.#timers.map(({ at }) => at));
      if (next > end) break;
      this.time = Math.max(this.time + 1, next);
      for (const timer of this.#timers.filter(({ at }) => at <= this.time)) timer.ring();
      this.refresher.tick();
      await this.settle();
      this.merge();
    }
    this.time = end;
  }

  /** Answers the oldest open question of a source. */
  async answer(slug: string, values: Record<string, number>): Promise<void> {
    const readings = Object.entries(values).map(([path, value]) => ({
      key: `${slug}.${path}`,
      value,
      meta: { kind: "series" } as const,
    }));
    await this.#open(slug).answer({ ok: true, readings });
  }

  async fail(
    slug: string,
    code: "timeout" | "upstream_status" = "upstream_status",
    retryAfter?: number,
  ): Promise<void> {
    const failure = { code, message: "no" };
    await this.#open(slug).answer({ ok: false, failure, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }

  asked(slug: string): number {
    return this.#times.get(slug)?.length ?? 0;
  }

  askedAt(slug: string): number[] {
    return this.#times.get(slug) ?? [];
  }

  /** The merge window ends. */
  merge(): void {
    this.#windows += 1;
    for (const callback of this.#laters.splice(0)) callback();
  }

  #later(callback: () => void): () => void {
    this.#laters.push(callback);
    return () => void this.#laters.splice(this.#laters.indexOf(callback), 1);
  }

  #at(at: number, callback: () => void): () => void {
    const timer = { at, ring: () => (stop(), callback()) };
    const stop = () => void (this.#timers = this.#timers.filter((one) => one !== timer));
    this.#timers.push(timer);
    return stop;
  }

  #timers: { readonly at: number; readonly ring: () => void }[] = [];
  readonly #laters: (() => void)[] = [];
  #windows = 0;

  async settle(): Promise<void> {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  }

  readonly #times = new Map<string, number[]>();
  /** Set to answer at once instead of asking the test. */
  instant: ((slug: string) => Refresh | null) | null = null;

  /** Set to read for real instead of asking the test. */
  reader: RefresherPorts["read"] | null = null;

  #ask(...[source, held, lookedAt]: Parameters<RefresherPorts["read"]>): Promise<Refresh> {
    const { slug } = source;
    this.#times.set(slug, [...this.askedAt(slug), this.time]);
    if (this.reader) return this.reader(source, held, lookedAt);
    const answered = this.instant?.(slug);
    if (answered) return Promise.resolve(answered);
    const { promise, resolve } = Promise.withResolvers<Refresh>();
    const question: Question = {
      slug,
      askedAt: this.time,
      answer: async (outcome) => {
        this.questions.splice(this.questions.indexOf(question), 1);
        resolve(outcome);
        await this.settle();
      },
    };
    this.questions.push(question);
    return promise;
  }

  #open(slug: string): Question {
    const question = this.questions.find((one) => one.slug === slug);
    if (!question) throw new Error(`${slug} was not asked`);
    return question;
  }
}
