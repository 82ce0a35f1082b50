import { concerns } from "../../../core/keys/concerns";
import { SubscriptionIndex } from "../../../core/keys/subscription-index";
import type { Beat } from "../../../core/protocol/beat";
import type { DataUpdate, Update } from "../../../core/protocol/data-update";
import type { ErrorFrame } from "../../../core/protocol/error";
import { MAX_PLACES, type Place } from "../../../core/protocol/presence";
import type { Snapshot } from "../../../core/protocol/snapshot";
import { MAX_PATTERNS_A_FRAME } from "../../../core/protocol/subscribe";
import type { Unsubscribe } from "../../../core/protocol/unsubscribe";
import type { Up } from "../../../core/protocol/up";
import type { Welcome } from "../../../core/protocol/welcome";
import type { Timers } from "../clock";
import type { Ending } from "../connection-state";
import type { Line, LineEvents, LineFrame, OpenLine, Transport } from "../lines/line";

export interface MuxEvents extends LineEvents {
  /** Its patterns do not fit beside those of the other tabs. */
  crowded(): void;
}

/** One tab on the line. `answered`: its patterns that an answer has come for, so that steps of their keys are for it. */
interface Tab {
  readonly events: MuxEvents;
  readonly answered: Set<string>;
  places: readonly Place[];
}

/** A request on its way. `patterns`: those of a subscription that its tab has not taken back meanwhile. */
interface Asked {
  readonly tab: Tab;
  readonly id: string;
  patterns: readonly string[];
}

/** What the newest word on where the tabs are is asked by. */
const PLACES = "places";

/** One line for several tabs, each of which hears what a line of its own would have brought. */
export class Mux {
  readonly #timers: Timers;
  readonly #line: Line;
  readonly #tabs = new Map<string, Tab>();
  readonly #index = new SubscriptionIndex<Tab>();
  readonly #asked = new Map<string, Asked>();
  #made = 0;
  #welcome: { readonly frame: Welcome; readonly transport: Transport; readonly at: number } | null = null;

  /** @param id @param events of the tab that has the line */
  constructor(openLine: OpenLine, timers: Timers, id: string, events: MuxEvents) {
    this.#timers = timers;
    this.add(id, events);
    this.#line = openLine({
      welcomed: (frame, transport) => this.#welcomed(frame, transport),
      received: (frame) => this.#received(frame),
      ended: (ending) => this.#ended(ending),
    });
  }

  add(id: string, events: MuxEvents): void {
    this.#tabs.set(id, { events, answered: new Set(), places: [] });
    if (!this.#welcome) return;
    const { frame, transport, at } = this.#welcome;
    events.welcomed({ ...frame, serverTime: frame.serverTime + this.#timers.now() - at }, transport);
  }

  /** The tab is gone. What nobody else wants is taken back. */
  remove(id: string): void {
    const tab = this.#tabs.get(id);
    if (!tab) return;
    const patterns = this.#patternsOf(tab);
    this.#tabs.delete(id);
    for (const [request, { tab: asker }] of this.#asked) if (asker === tab) this.#asked.delete(request);
    for (const pattern of tab.answered) this.#index.remove(tab, pattern);
    if (tab.places.length > 0) this.#tellPlaces();
    const unwanted = patterns.filter((pattern) => !this.#isWanted(pattern));
    for (let i = 0; i < unwanted.length; i += MAX_PATTERNS_A_FRAME) {
      const keys = unwanted.slice(i, i + MAX_PATTERNS_A_FRAME);
      this.#line.send({ type: "unsubscribe", id: this.#nextId(), keys });
    }
  }

  send(id: string, frame: Up): void {
    const tab = this.#tabs.get(id);
    // Before the welcome it was meant for the tab that led before: whoever sent it asks anew when they are welcomed.
    if (!tab || !this.#welcome) return;
    switch (frame.type) {
      case "subscribe":
        return this.#ask(tab, frame, frame.keys);
      case "resync":
        return this.#ask(tab, frame, []);
      case "unsubscribe":
        return this.#unsubscribe(tab, frame);
      case "set":
      case "append":
        // Its id is what the server knows it by, on whatever line it is sent again.
        this.#asked.set(frame.id, { tab, id: frame.id, patterns: [] });
        return this.#line.send(frame);
      case "presence":
        tab.places = frame.places;
        this.#asked.set(PLACES, { tab, id: frame.id, patterns: [] });
        return this.#tellPlaces();
      case "ack":
        // The line itself acknowledges what it has received.
        return;
    }
  }

  close(code: number, reason: string): void {
    this.#line.close(code, reason);
  }

  giveUp(): void {
    this.#line.giveUp();
  }

  check(): void {
    this.#line.check();
  }

  #welcomed(frame: Welcome, transport: Transport): void {
    this.#welcome = { frame, transport, at: this.#timers.now() };
    this.#asked.clear();
    for (const tab of this.#tabs.values()) {
      for (const pattern of tab.answered) this.#index.remove(tab, pattern);
      tab.answered.clear();
      tab.places = [];
    }
    for (const { events } of this.#tabs.values()) events.welcomed(frame, transport);
  }

  #received(frame: LineFrame): void {
    switch (frame.type) {
      case "snapshot":
        return this.#answer(frame);
      case "data_update":
        return this.#step(frame);
      case "beat":
        return this.#beat(frame);
      case "error":
        return this.#refused(frame);
      case "unsubscribed":
      case "done": {
        const asked = this.#settle(frame.id);
        return asked?.tab.events.received({ ...frame, id: asked.id });
      }
    }
  }

  /** The tab that has the line hears of it last: with it, the others' way to it goes. */
  #ended(ending: Ending): void {
    for (const { events } of [...this.#tabs.values()].reverse()) events.ended(ending);
  }

  #answer(frame: Snapshot): void {
    const asked = frame.part < frame.parts ? this.#asked.get(frame.id) : this.#settle(frame.id);
    if (!asked) return;
    const { tab, id, patterns } = asked;
    if (frame.part === frame.parts) {
      for (const pattern of patterns) {
        tab.answered.add(pattern);
        this.#index.add(tab, pattern);
      }
    }
    tab.events.received({ ...frame, id });
  }

  #step(frame: DataUpdate): void {
    const parts = new Map<Tab, Update[]>();
    for (const update of frame.updates) {
      for (const tab of this.#index.wanting(update.key)) {
        const part = parts.get(tab);
        if (part) part.push(update);
        else parts.set(tab, [update]);
      }
    }
    for (const [{ events }, updates] of parts) events.received({ ...frame, updates });
  }

  #beat(frame: Beat): void {
    for (const { events, answered } of this.#tabs.values()) {
      const of = (times: Beat["due"]) =>
        Object.fromEntries(Object.entries(times).filter(([slug]) => concerns(answered, slug)));
      const due = of(frame.due);
      if (Object.keys(due).length > 0) events.received({ ...frame, checked: of(frame.checked), due });
    }
  }

  #refused(frame: ErrorFrame): void {
    if (frame.id === undefined) {
      for (const { events } of this.#tabs.values()) events.received(frame);
      return;
    }
    const asked = this.#settle(frame.id);
    if (!asked) return;
    const { tab, id } = asked;
    if (frame.code === "too_many_patterns" && this.#tabs.size > 1) tab.events.crowded();
    else tab.events.received({ ...frame, id });
  }

  #ask(tab: Tab, frame: Extract<Up, { type: "subscribe" | "resync" }>, patterns: readonly string[]): void {
    const id = this.#nextId();
    this.#asked.set(id, { tab, id: frame.id, patterns });
    this.#line.send({ ...frame, id });
  }

  #unsubscribe(tab: Tab, { id, keys }: Unsubscribe): void {
    for (const pattern of keys) {
      if (tab.answered.delete(pattern)) this.#index.remove(tab, pattern);
    }
    for (const asked of this.#asked.values()) {
      if (asked.tab === tab) asked.patterns = asked.patterns.filter((pattern) => !keys.includes(pattern));
    }
    const unwanted = keys.filter((pattern) => !this.#isWanted(pattern));
    if (unwanted.length === 0) return tab.events.received({ type: "unsubscribed", id });
    const request = this.#nextId();
    this.#asked.set(request, { tab, id, patterns: [] });
    this.#line.send({ type: "unsubscribe", id: request, keys: unwanted });
  }

  /** A place of each tab goes before the second one of any. */
  #tellPlaces(): void {
    const tabs = [...this.#tabs.values()];
    const places = Array.from({ length: MAX_PLACES }, (_, i) =>
      tabs.flatMap((tab) => tab.places.slice(i, i + 1)),
    ).flat();
    this.#line.send({ type: "presence", id: PLACES, places: places.slice(0, MAX_PLACES) });
  }

  #isWanted(pattern: string): boolean {
    return [...this.#tabs.values()].some((tab) => this.#patternsOf(tab).includes(pattern));
  }

  /** What the far end keeps for a tab: what was answered, and what will be. */
  #patternsOf(tab: Tab): string[] {
    const coming = [...this.#asked.values()].filter((asked) => asked.tab === tab).flatMap(({ patterns }) => patterns);
    return [...tab.answered, ...coming];
  }

  #settle(id: string): Asked | undefined {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    return asked;
  }

  /** Of requests that only the tab's own page could tell apart. */
  #nextId(): string {
    this.#made += 1;
    return `t${this.#made}`;
  }
}
