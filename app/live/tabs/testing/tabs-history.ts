import { QueryClient } from "@tanstack/react-query";
import { expect } from "vitest";
import { canonical } from "../../../../core/delta/canonical";
import { defaultLimits, type Limits } from "../../../../core/hub/limits";
import type { Json } from "../../../../core/json";
import { matches } from "../../../../core/keys/pattern";
import { FakeTime } from "../../../../core/proof/testing/fake-time";
import { cacheKeys } from "../../cache-keys";
import type { PageEvents } from "../../connection-ports";
import { LiveClient } from "../../live-client";
import { LiveSocket } from "../../live-socket";
import type { LiveValue } from "../../live-value";
import { RoomServer } from "../../testing/room-server";
import type { WriteOutcome } from "../../writes";
import { shareLine } from "../share-line";
import { FakeBrowser, FakeTab } from "./fake-browser";
import { witnessed } from "./line-witness";

const WORKSPACE = "ws";
/** Whom the room takes every caller for. */
export const PERSON = "u";
export const LOG = "a.log";

export interface TabOptions {
  readonly person?: string;
  readonly canShare?: boolean;
  readonly getsLocks?: boolean;
  readonly isSeen?: boolean;
}

/** A tab with a page in it. */
export class TabPage {
  readonly tab: FakeTab;
  readonly queryClient = new QueryClient();
  readonly client: LiveClient;
  readonly leaves = new Map<string, () => void>();
  readonly findings: string[] = [];
  /** What the badge said, each time that something was to be said. */
  readonly states: string[] = [];
  readonly revs = new Map<string, number>();
  events: PageEvents = { online() {}, offline() {}, visible() {} };
  readonly #stop: () => void;
  isOpen = true;

  constructor(history: TabsHistory, { person = PERSON, ...tab }: TabOptions) {
    this.tab = Object.assign(new FakeTab(history.browser), tab);
    const { ports, timers } = this.tab;
    const network = this.tab.network(history.far.openSocket);
    const own = (events: ConstructorParameters<typeof LiveSocket>[3]) =>
      new LiveSocket("/live/acme", network, timers, events);
    const openLine = witnessed(shareLine(ports, { workspace: WORKSPACE, person }, own), this.findings);
    this.client = new LiveClient(this.queryClient, WORKSPACE, {
      openLine,
      timers,
      random: { next: () => 0.5 },
      isOnline: () => true,
      watchPage: (events) => {
        this.events = events;
        return () => {};
      },
      probe: async () => ({ is: "in", ends: null }),
      otherVersion: () => this.findings.push("another version"),
      beforePaint: (callback) => timers.after(16, callback),
      flush: (work) => work(),
      fetchPoints: async () => new Map(),
      newId: () => history.browser.newId(),
      report: (error) => this.findings.push(String(error)),
    });
    this.client.subscribeStatus(() => this.states.push(this.client.readStatus().state));
    this.#stop = this.client.start();
  }

  /** The page goes in good order. */
  close(): void {
    this.isOpen = false;
    this.#stop();
  }

  crash(): void {
    this.isOpen = false;
    this.tab.crash();
  }

  freeze(): void {
    this.tab.freeze();
  }

  /** The page is left for another one, and kept in case somebody goes back. */
  leave(): void {
    if (this.tab.isFrozen) return;
    this.tab.leave();
    this.tab.freeze();
  }

  /** The page runs again, and is seen. */
  thaw(): void {
    if (!this.tab.isFrozen) return;
    this.tab.thaw();
    this.events.visible();
  }

  see(): void {
    if (this.runs) this.events.visible();
  }

  get state(): string {
    return this.client.readStatus().state;
  }

  get throughTab(): boolean | undefined {
    return this.client.readStatus().throughTab;
  }

  get runs(): boolean {
    return this.isOpen && !this.tab.isFrozen;
  }

  toggle(pattern: string): void {
    const leave = this.leaves.get(pattern);
    leave?.();
    if (leave) this.leaves.delete(pattern);
    else this.leaves.set(pattern, this.client.want([pattern], null));
  }

  value(key: string): LiveValue | null | undefined {
    return this.queryClient.getQueryData<LiveValue | null>(cacheKeys.live(WORKSPACE, key));
  }

  held(): Record<string, unknown> {
    const entries = this.queryClient.getQueriesData<LiveValue | null>({ queryKey: ["live", WORKSPACE] });
    return Object.fromEntries(entries.flatMap(([[, , key], value]) => (value ? [[String(key), value.value]] : [])));
  }
}

/** Tabs that come, go, crash and freeze over the server's own room, and what was ever true there. */
export class TabsHistory {
  readonly timers = new FakeTime();
  readonly browser = new FakeBrowser(this.timers);
  readonly far: RoomServer;
  readonly pages: TabPage[] = [];
  readonly #asked: { readonly data: string; readonly page: TabPage; outcome: WriteOutcome | null }[] = [];
  readonly #known = new Map<string, Set<string>>();
  #read = 0;
  #pair = 0;
  #events = 0;

  constructor(limits: Limits = defaultLimits) {
    this.far = new RoomServer(this.timers, limits);
  }

  open(patterns: readonly string[], options: TabOptions = {}): TabPage {
    const page = new TabPage(this, options);
    for (const pattern of patterns) page.toggle(pattern);
    this.pages.push(page);
    return page;
  }

  /** The twins are written together with everything else: a reader that sees them differ saw half a commit. */
  commit(key: string, value: Json): void {
    this.#pair += 1;
    this.far.commit({ [key]: value, "a.twin1": this.#pair, "a.twin2": this.#pair });
  }

  /** The pages that are open, frozen or not. */
  get running(): TabPage[] {
    return this.pages.filter(({ isOpen }) => isOpen);
  }

  append(page: TabPage): void {
    this.#events += 1;
    const asked = { data: `event ${this.#events}`, page, outcome: null as WriteOutcome | null };
    this.#asked.push(asked);
    void page.client.append(LOG, asked.data).then((outcome) => {
      asked.outcome = outcome;
    });
  }

  /** Time passes as if nobody was slow: whatever is on its way arrives soon. */
  pass(seconds: number): void {
    for (let i = 0; i < 5 * seconds; i++) {
      this.far.merge();
      for (let n = 0; n < 3; n++) {
        this.browser.settle();
        this.far.flow(50);
        this.timers.advance(1);
      }
      this.timers.advance(197);
    }
  }

  /** Every page runs, everything on its way arrives, and everybody who is behind is brought up to date. */
  quiet(): void {
    for (const page of this.running) page.thaw();
    for (let i = 0, live = 0; i < 200 && live < 30; i++) {
      if (this.running.every(({ state }) => state === "live")) live += 1;
      this.pass(1);
    }
  }

  check(): void {
    this.#learn();
    for (const page of this.pages) {
      if (!page.runs) continue;
      expect(page.findings).toEqual([]);
      const held = page.held();
      for (const [name, value] of Object.entries(held)) {
        if (name !== LOG)
          expect(this.#known.get(name), `a value of ${name} that never was`).toContain(canonical(value as Json));
        const rev = page.value(name)?.rev ?? 0;
        expect(rev, `the rev of ${name}`).toBeGreaterThanOrEqual(page.revs.get(name) ?? 0);
        page.revs.set(name, rev);
      }
      expect(held["a.twin1"], "both halves of a commit").toBe(held["a.twin2"]);
    }
  }

  /** Each page holds what the store holds of what it wants, and every write came to what its writer was told. */
  async converged(): Promise<void> {
    const { store } = this.far.board;
    for (const page of this.running) {
      const patterns = [...page.leaves.keys()];
      const names = [...store.keys()].filter((name) => patterns.some((pattern) => matches(pattern, name)));
      expect(page.held()).toEqual(Object.fromEntries(names.map((name) => [name, store.get(name)?.value ?? null])));
    }
    for (let i = 0; i < 3; i++) await Promise.resolve();
    const texts = this.far.commits.flatMap(({ changed }) =>
      changed.flatMap(({ key, events }) => (key === LOG ? (events ?? []).map(({ data }) => data) : [])),
    );
    expect(texts, "each event once").toEqual([...new Set(texts)]);
    for (const { data, page, outcome } of this.#asked) {
      if (!page.isOpen) continue;
      expect(outcome, "a write that was never answered").not.toBeNull();
      if (outcome?.ok) expect(texts).toContain(data);
    }
  }

  #learn(): void {
    for (const { changed } of this.far.commits.slice(this.#read)) {
      for (const { key, state } of changed) {
        this.#known.set(key, (this.#known.get(key) ?? new Set()).add(canonical(state.value)));
      }
    }
    this.#read = this.far.commits.length;
  }
}
