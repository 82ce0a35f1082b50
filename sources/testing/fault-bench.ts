import { defaultLimits } from "../../core/hub/limits";
import type { RefresherPorts } from "../../core/schedule/refresher-ports";
import type { SourceDefinition } from "../../core/sources/definition";
import type { Refresh } from "../../core/sources/reading";
import type { MemoryStorage } from "../../core/testing/memory-storage";
import { ModelDashboard } from "../../core/testing/model-dashboard";
import type { After } from "../egress/deadline";
import { guardedEgress } from "../egress/guarded-egress";
import { readSource } from "../read";
import type { FaultSubject } from "./fault-subject";
import { keptLog } from "./kept-log";
import type { ScriptedUpstream } from "./scripted-upstream";

/** The time at which a bench begins: that of ModelDashboard, on a day that HTTP can write. */
const BEGIN = Date.parse("2026-11-21T10:00:00Z");

const wayOut = {
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  allowPrivate: true,
  ownHosts: [],
  upstreams: {},
  mark: "bench",
};

/** The core over memory, reading a scripted upstream through the real way out; time and deadlines are moved by hand. */
export class FaultBench {
  readonly board: ModelDashboard;
  readonly log = keptLog();
  readonly #subject: FaultSubject;
  readonly #upstream: ScriptedUpstream;
  readonly #deadlines = new Set<() => void>();
  readonly #reading = new Set<Promise<Refresh>>();

  constructor(subject: FaultSubject, upstream: ScriptedUpstream, storage?: MemoryStorage) {
    this.#subject = subject;
    this.#upstream = upstream;
    this.board = new ModelDashboard(defaultLimits, storage);
    this.board.time = BEGIN;
    this.board.reader = (...asked) => this.#read(...asked);
  }

  /** Puts the sources in place, each over the route of its name, and waits for their first answers. */
  async begin(...slugs: readonly string[]): Promise<void> {
    this.board.refresher.setSources(slugs.map((slug) => this.source(slug)));
    await this.read();
  }

  source(slug: string): SourceDefinition {
    const { kind, settings } = this.#subject;
    return { ...this.board.source(slug, 2_000), kind, settings: settings(`${this.#upstream.url}/${slug}`) };
  }

  /** A good answer in which the key is this number, from now on. */
  good(slug: string, value: number): void {
    this.body(slug, this.#subject.good(value));
  }

  body(slug: string, body: string, headers: Record<string, string> = {}): void {
    const type = { "content-type": this.#subject.contentType };
    this.#upstream.route(`/${slug}`, { do: "answer", body, headers: { ...type, ...headers } });
  }

  /** Waits for every answer that is on its way, and what becomes of it. */
  async read(): Promise<void> {
    while (this.#reading.size > 0) {
      const reading = [...this.#reading];
      await Promise.all(reading);
      for (const one of reading) this.#reading.delete(one);
      await this.board.settle();
    }
    this.board.merge();
  }

  /** Asks now, and waits for the answer. */
  async again(slug: string): Promise<void> {
    this.board.refresher.refreshNow(slug);
    await this.read();
  }

  /** Time passes, as far as the next moment that something is due, and that is done. */
  async next(): Promise<void> {
    this.board.time = Math.max(this.board.time + 1, this.board.refresher.nextLook() ?? 0);
    this.board.refresher.tick();
    await this.read();
  }

  /** The deadlines of all who are waited for pass. */
  async tooLate(): Promise<void> {
    for (const pass of this.#deadlines) pass();
    await this.read();
  }

  value(slug: string): unknown {
    const { path, numberIn = (held) => held } = this.#subject;
    const held = this.board.store.get(`${slug}.${path}`)?.value;
    return held === undefined ? undefined : numberIn(held);
  }

  state(slug: string): unknown {
    return this.board.store.get(`$sources.${slug}`)?.value;
  }

  #read(...[source, held, lookedAt]: Parameters<RefresherPorts["read"]>): Promise<Refresh> {
    const after: After = (_, pass) => {
      this.#deadlines.add(pass);
      return () => this.#deadlines.delete(pass);
    };
    const clock = { now: () => this.board.time };
    const egress = guardedEgress({ ...wayOut, ...clock, after });
    const key = (name: string) => this.board.store.get(name);
    const reading = readSource(source, egress, { log: this.log, clock, memory: { of: source, held, lookedAt, key } });
    this.#reading.add(reading);
    return reading;
  }
}
