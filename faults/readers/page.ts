import { QueryClient } from "@tanstack/react-query";
import { browserTimers } from "../../app/live/clock";
import { bestLine } from "../../app/live/lines/best-line";
import { fetchCalls } from "../../app/live/lines/fetch-calls";
import { eventLine, pollingLine } from "../../app/live/lines/http-rungs";
import { LiveClient } from "../../app/live/live-client";
import { LiveSocket } from "../../app/live/live-socket";
import type { LiveValue } from "../../app/live/live-value";
import { probeSession } from "../../app/live/session-probe";
import type { OpenSocket } from "../../app/live/socket";
import { Held } from "../../core/proof/testing/reference-copy";
import { NodeSocket } from "./node-socket";

const WORKSPACE = "w";

export interface PageOrder {
  /** Of the network before the server. */
  readonly port: number;
  /** What its browser sends along: the session, and where it is from. */
  readonly headers: Readonly<Record<string, string>>;
  readonly patterns: readonly string[];
}

/** The browser's half as it ships, with all its ways to the server, in a page that nobody draws. */
export class Page {
  readonly order: PageOrder;
  /** When it last opened a socket, and whether it is live, which came of that. By performance.now(). */
  cameAt = 0;
  isLive = false;
  /** States and ways that its badge went through. */
  readonly history: string[] = [];
  /** What failed where no caller could hear of it. */
  readonly faults: string[] = [];
  readonly #cache = new QueryClient();
  readonly #client: LiveClient;
  #stop: () => void = () => {};

  constructor(order: PageOrder) {
    this.order = order;
    this.#client = new LiveClient(this.#cache, WORKSPACE, {
      openLine: lineOf(order, () => {
        this.cameAt = performance.now();
      }),
      timers: browserTimers,
      random: { next: () => Math.random() },
      isOnline: () => true,
      watchPage: () => () => {},
      probe: () => probeSession("harbour", requests(order)),
      otherVersion: () => this.faults.push("the server is said to be of another version"),
      beforePaint: (callback) => browserTimers.after(16, callback),
      flush: (work) => work(),
      fetchPoints: async () => new Map(),
      newId: () => crypto.randomUUID(),
      report: (error) => this.faults.push(String(error)),
    });
    this.#client.subscribeStatus(() => this.#note());
  }

  come(): void {
    this.#client.want(this.order.patterns, null);
    this.#stop = this.#client.start();
  }

  go(): void {
    this.#stop();
    this.#cache.clear();
  }

  /** What it shows: the values of its cache. */
  get copy(): ReadonlyMap<string, Held> {
    const entries = this.#cache.getQueriesData<LiveValue | null>({ queryKey: ["live", WORKSPACE] });
    return new Map(entries.flatMap(([, value]) => (value ? [[value.key, new Held(value)] as const] : [])));
  }

  #note(): void {
    const { state, transport } = this.#client.readStatus();
    this.isLive = state === "live";
    const word = `${state} by ${transport}`;
    if (this.history.at(-1) !== word) this.history.push(word);
  }
}

/** Node's fetch has neither the browser's cookies nor the page's address. */
function requests({ port, headers }: PageOrder): typeof fetch {
  return (input, init) => {
    const own = new Headers(init?.headers);
    for (const [name, value] of Object.entries(headers)) own.set(name, value);
    const path = input instanceof Request ? input.url : input;
    return fetch(new URL(path, `http://127.0.0.1:${port}`), { ...init, headers: own });
  };
}

function lineOf(order: PageOrder, comes: () => void) {
  const { port, headers } = order;
  const url = "/live/harbour";
  const timers = browserTimers;
  const request = requests(order);
  const calls = fetchCalls({ url, reader: crypto.randomUUID(), request, timers, needsTicket: () => false });
  const openSocket: OpenSocket = (path, protocols, events) => {
    comes();
    const socket = new NodeSocket(`ws://127.0.0.1:${port}${path}`, { headers, protocols });
    socket.onopen = () => events.opened();
    socket.onmessage = ({ data }) => events.received(data);
    socket.onclose = ({ code, reason }) => events.closed(code, reason);
    return socket;
  };
  return bestLine({
    timers,
    watchNetwork: () => () => {},
    rungs: [
      (events) => new LiveSocket(url, openSocket, timers, events),
      eventLine({ calls, timers }),
      pollingLine({ calls, timers, isHidden: () => false }),
    ],
  });
}
