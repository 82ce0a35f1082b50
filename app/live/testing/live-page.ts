import { QueryClient } from "@tanstack/react-query";
import type { FirstPaint } from "../../../core/live-object";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import { cacheKeys } from "../cache-keys";
import type { PageEvents } from "../connection-ports";
import type { OpenLine } from "../lines/line";
import { LiveClient } from "../live-client";
import { LiveSocket } from "../live-socket";
import type { LiveValue } from "../live-value";
import { seed } from "../seed";
import type { SessionAnswer } from "../session-probe";
import { FakeServer } from "./fake-server";

export const WORKSPACE = "ws";

/** A page with its live client, its query cache, and the server at the other end. */
export class LivePage {
  readonly timers = new FakeTime();
  readonly server = new FakeServer(this.timers);
  readonly queryClient = new QueryClient();
  readonly fetched: { keys: readonly string[]; from: number }[] = [];
  readonly reports: unknown[] = [];
  online = true;
  answer: SessionAnswer = { is: "in", ends: null };
  probes = 0;
  #ids = 0;
  /** How often the page was told to be of another version than the server. */
  otherVersions = 0;
  /** What `random` gives. */
  chance = 0.5;
  history: ReadonlyMap<string, [number, number | null][]> | Error = new Map();
  page: PageEvents = { online() {}, offline() {}, visible() {} };
  readonly client: LiveClient;

  /** @param other another line than a socket to the fake server */
  constructor(other?: (timers: FakeTime) => OpenLine) {
    const { openSocket } = this.server;
    this.client = new LiveClient(this.queryClient, WORKSPACE, {
      openLine: other?.(this.timers) ?? ((events) => new LiveSocket("/live/acme", openSocket, this.timers, events)),
      timers: this.timers,
      random: { next: () => this.chance },
      isOnline: () => this.online,
      watchPage: (events) => {
        this.page = events;
        return () => {};
      },
      probe: async () => {
        this.probes += 1;
        return this.answer;
      },
      otherVersion: () => {
        this.otherVersions += 1;
      },
      beforePaint: (callback) => this.timers.after(16, callback),
      flush: (work) => work(),
      fetchPoints: async (keys, from) => {
        this.fetched.push({ keys, from });
        if (this.history instanceof Error) throw this.history;
        return this.history;
      },
      newId: () => {
        this.#ids += 1;
        return `w${this.#ids}`;
      },
      report: (error) => this.reports.push(error),
    });
  }

  /** Everything on its way arrives and is painted. */
  settle(): void {
    this.server.flush();
    this.timers.advance(20);
  }

  /** Waits out any back-off and lets the page catch up. */
  comeBack(): void {
    for (let i = 0; i < 100 && this.client.readStatus().state !== "live"; i++) {
      this.timers.advance(1_000);
      this.settle();
    }
    this.settle();
  }

  value(key: string): LiveValue | null | undefined {
    return this.queryClient.getQueryData<LiveValue | null>(cacheKeys.live(WORKSPACE, key));
  }

  points(key: string): readonly [number, number | null][] {
    return this.queryClient.getQueryData<[number, number | null][]>(cacheKeys.points(WORKSPACE, key)) ?? [];
  }

  /** What a loader answers that reads the store as it stands. */
  paint(patterns: readonly string[]): FirstPaint {
    const values = this.server.snapshot({ id: "paint", keys: [...patterns] }).flatMap((part) => part.values);
    const { cursor } = this.server;
    return { cursor, full: true, values, removed: [], checked: {}, due: {}, now: this.timers.now() };
  }

  /** The keys that the list of a pattern names. */
  names(pattern: string): readonly string[] | undefined {
    return this.queryClient.getQueryData<readonly string[]>(cacheKeys.matching(WORKSPACE, pattern));
  }

  /** What is held, as key → value. */
  held(): Record<string, unknown> {
    const entries = this.queryClient.getQueriesData<LiveValue | null>({
      queryKey: cacheKeys.workspace("live", WORKSPACE),
    });
    return Object.fromEntries(entries.flatMap(([, value]) => (value ? [[value.key, value.value]] : [])));
  }
}

/** A page that is live, from a first paint of two series that stood at the first commit. */
export function seededPage(patterns: readonly string[] = ["a.*"]): LivePage {
  const page = new LivePage();
  page.server.commit({ "a.x": 1, "a.y": 1 }, "series");
  const paint = page.paint(patterns);
  seed(page.queryClient, WORKSPACE, paint, patterns);
  page.client.want(patterns, paint.cursor);
  page.client.start();
  page.settle();
  return page;
}

/** A page that is live, from nothing. */
export function subscribedPage(patterns: readonly string[] = ["a.*"]): LivePage {
  const page = new LivePage();
  page.server.commit({ "a.x": 1, "a.y": 1, "b.z": 1 });
  page.client.want(patterns, null);
  page.client.start();
  page.settle();
  return page;
}
