import { hashKey } from "@tanstack/react-query";
import { expect } from "vitest";
import { canonical } from "../../../core/delta/canonical";
import { defaultLimits, type Limits } from "../../../core/hub/limits";
import type { Json } from "../../../core/json";
import { matches } from "../../../core/keys/pattern";
import type { FakeTime } from "../../../core/proof/testing/fake-time";
import { cacheKeys } from "../cache-keys";
import type { OpenLine } from "../lines/line";
import { LiveSocket } from "../live-socket";
import type { WriteOutcome } from "../writes";
import { LivePage, WORKSPACE } from "./live-page";
import { RoomServer } from "./room-server";
import { StreamWitness } from "./stream-witness";

export const LOG = "a.log";
const KEEP = 4;

/** A write of the page: the text of its event where it was an append, and what became of it. */
interface Asked {
  readonly data: string | null;
  outcome: WriteOutcome | null;
}

const overSocket = (far: RoomServer, timers: FakeTime): OpenLine => {
  return (events) => new LiveSocket("/live/acme", far.openSocket, timers, events);
};

/** A page over the server's own room, and what was ever true there. */
export class RoomHistory {
  far!: RoomServer;
  readonly page: LivePage;
  readonly asked: Asked[] = [];
  readonly #witness: StreamWitness;
  readonly #revs = new Map<string, number>();
  readonly #known = new Map<string, Set<string>>();
  #read = 0;
  #pair = 0;
  #events = 0;
  #leave: (() => void) | null = null;

  /** @param openLine how the page comes to the room */
  constructor(limits: Limits = defaultLimits, openLine = overSocket) {
    this.page = new LivePage((timers) => {
      this.far = new RoomServer(timers, limits);
      return openLine(this.far, timers);
    });
    this.#witness = new StreamWitness(LOG, this.far.commits, this.far.received);
    this.#watchLog();
    this.page.client.want(["a.*"], null);
    this.page.client.start();
  }

  /** The twins are written together with everything else: a reader that sees them differ saw half a commit. */
  commit(key: string, value: Json): void {
    this.#pair += 1;
    this.far.commit({ [key]: value, "a.twin1": this.#pair, "a.twin2": this.#pair });
  }

  append(count: number): void {
    const events = Array.from({ length: count }, () => ({ at: this.page.timers.now(), data: this.#nextEvent() }));
    this.far.commit({}, [], [{ key: LOG, events, meta: { kind: "stream", keep: KEEP } }]);
  }

  /** The page itself appends. */
  ask(): void {
    const data = this.#nextEvent();
    this.#follow(data, this.page.client.append(LOG, data));
  }

  /** The page itself writes, over what it holds or over whatever is there. */
  set(key: string, value: Json, isCareful: boolean): void {
    const ifRev = this.page.value(key)?.rev ?? 0;
    this.#follow(null, this.page.client.set(key, { value, ...(isCareful ? { ifRev } : {}) }));
  }

  visit(): void {
    this.#leave = this.#leave ? (this.#leave(), null) : this.page.client.want(["b.*"], null);
  }

  check(): void {
    this.#learn();
    const held = this.page.held();
    for (const [name, value] of Object.entries(held)) {
      if (name !== LOG)
        expect(this.#known.get(name), `a value of ${name} that never was`).toContain(canonical(value as Json));
      const rev = this.page.value(name)?.rev ?? 0;
      expect(rev, `the rev of ${name}`).toBeGreaterThanOrEqual(this.#revs.get(name) ?? 0);
      this.#revs.set(name, rev);
    }
    expect(held["a.twin1"], "both halves of a commit").toBe(held["a.twin2"]);
  }

  /** Everything that is on its way arrives, and everybody who is behind is brought up to date. */
  quiet(): void {
    const { page, far } = this;
    let live = 0;
    // Whoever is behind acknowledges after 5 s, and may fall behind again in the same moment.
    for (let i = 0; i < 200 && live < 30; i++) {
      if (page.client.readStatus().state === "live") live += 1;
      page.timers.advance(1_000);
      far.merge();
      far.flow(50);
      page.timers.advance(20);
    }
  }

  /** The page holds what the store holds, and every write came to what its writer was told. */
  async converged(): Promise<void> {
    const patterns = this.#leave ? ["a.*", "b.*"] : ["a.*"];
    const { store } = this.far.board;
    const names = [...store.keys()].filter((name) => patterns.some((pattern) => matches(pattern, name)));
    expect(this.page.held()).toEqual(Object.fromEntries(names.map((name) => [name, store.get(name)?.value ?? null])));
    for (let i = 0; i < 3; i++) await Promise.resolve();
    const texts = this.#witness.appended.map(({ data }) => data);
    expect(texts, "each event once").toEqual([...new Set(texts)]);
    for (const { data, outcome } of this.asked) {
      expect(outcome, "a write that was never answered").not.toBeNull();
      if (data === null || outcome === null || (!outcome.ok && outcome.code === "unavailable")) continue;
      expect(texts.includes(data), `${data} was ${outcome.ok ? "done" : outcome.code}`).toBe(outcome.ok);
    }
  }

  #nextEvent(): string {
    this.#events += 1;
    return `event ${this.#events}`;
  }

  #follow(data: string | null, write: Promise<WriteOutcome>): void {
    const asked: Asked = { data, outcome: null };
    this.asked.push(asked);
    void write.then((outcome) => {
      asked.outcome = outcome;
    });
  }

  /** Several changes may be painted as one: the stream is looked at with each of them. */
  #watchLog(): void {
    const log = hashKey(cacheKeys.live(WORKSPACE, LOG));
    this.page.queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && query.queryHash === log) this.#witness.look(this.page.value(LOG) ?? null);
    });
  }

  #learn(): void {
    for (const { changed } of this.far.commits.slice(this.#read)) {
      for (const { key, state } of changed) {
        const known = this.#known.get(key) ?? new Set();
        if (key !== LOG) this.#known.set(key, known.add(canonical(state.value)));
      }
    }
    this.#read = this.far.commits.length;
  }
}
