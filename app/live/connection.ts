import type { Random } from "../../core/ports";
import { closeCodes } from "../../core/protocol/bye";
import type { Welcome } from "../../core/protocol/welcome";
import { backOff, LONGEST_DELAY, STABLE_AFTER } from "./back-off";
import type { Timers } from "./clock";
import type { ConnectionState, Ending, Verdict } from "./connection-state";
import { judgeEnding } from "./judge-ending";
import { LiveSocket } from "./live-socket";
import type { SessionAnswer } from "./session-probe";
import type { Sink } from "./sink";
import type { OpenSocket } from "./socket";
import { Subscriptions } from "./subscriptions";

/** From this many failed handshakes in a row on, the session is asked after: the browser hides why they failed. */
const SUSPICIOUS = 2;

/** What the page tells: it is online or offline, it is seen again. */
export interface PageEvents {
  online(): void;
  offline(): void;
  visible(): void;
}

export interface ConnectionPorts {
  readonly url: string;
  readonly openSocket: OpenSocket;
  readonly timers: Timers;
  readonly random: Random;
  readonly isOnline: () => boolean;
  readonly watchPage: (events: PageEvents) => () => void;
  readonly probe: () => Promise<SessionAnswer>;
  readonly sink: Sink;
}

/** Keeps one socket open for as long as that makes sense, with the wanted patterns on it. Knows nothing of React. */
export class Connection {
  readonly #ports: ConnectionPorts;
  readonly #subscriptions: Subscriptions;
  readonly #listeners = new Set<() => void>();
  #state: ConnectionState = { state: "idle" };
  #socket: LiveSocket | null = null;
  #welcomedAt: number | null = null;
  #failedHandshakes = 0;
  #badBefore = false;
  #cancelRetry: () => void = () => {};
  #unwatch: () => void = () => {};

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
    this.#subscriptions = new Subscriptions({
      timers: ports.timers,
      sink: ports.sink,
      overdue: () => this.#socket?.giveUp(),
      caughtUp: () => this.#open({ caughtUp: true }),
      refused: (refusal) => this.#open({ refusal }),
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** What the page wants just now. */
  get patterns(): string[] {
    return this.#subscriptions.patterns;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#state.state !== "idle") return;
    this.#failedHandshakes = 0;
    this.#badBefore = false;
    this.#unwatch = this.#ports.watchPage({
      online: () => this.#hurry(),
      offline: () => this.#wentOffline(),
      visible: () => this.#seen(),
    });
    this.#connect(0, false);
  }

  stop(): void {
    this.#unwatch();
    this.#leave("left");
    this.#become({ state: "idle" });
  }

  /** Keeps patterns subscribed, from the cursor that the page's values are true at, until the returned call. */
  want(patterns: readonly string[], since: string | null): () => void {
    return this.#subscriptions.want(patterns, since);
  }

  /** Asks for the whole values of keys whose copy cannot be trusted. */
  repair(keys: readonly string[]): void {
    this.#subscriptions.repair(keys);
  }

  /** The sink applied a catch-up. */
  answered(request: string): void {
    this.#subscriptions.answered(request);
  }

  #connect(attempt: number, returning: boolean): void {
    this.#cancelRetry();
    this.#welcomedAt = null;
    this.#become({ state: "connecting", attempt, returning });
    const { url, openSocket, timers } = this.#ports;
    this.#socket = new LiveSocket(url, openSocket, timers, {
      welcomed: (frame) => this.#welcomed(frame),
      received: (frame) => this.#subscriptions.receive(frame),
      ended: (ending) => this.#ended(ending),
    });
  }

  #welcomed(frame: Welcome): void {
    this.#welcomedAt = this.#ports.timers.now();
    this.#failedHandshakes = 0;
    this.#ports.sink.welcome(frame);
    const returning = this.#state.state === "connecting" && this.#state.returning;
    const attempt = attemptOf(this.#state);
    this.#become({ state: "open", attempt, returning, caughtUp: false, refusal: null });
    this.#subscriptions.open((asked) => this.#socket?.send(asked));
  }

  #open(news: { caughtUp: boolean } | { refusal: string }): void {
    if (this.#state.state === "open") this.#become({ ...this.#state, ...news });
  }

  #ended(ending: Ending): void {
    const { timers, sink } = this.#ports;
    const stable = this.#welcomedAt !== null && timers.now() - this.#welcomedAt >= STABLE_AFTER;
    if (this.#welcomedAt === null) this.#failedHandshakes += 1;
    if (stable) this.#badBefore = false;
    const attempt = stable ? 0 : attemptOf(this.#state) + 1;
    this.#detach();
    const verdict = judgeEnding(ending, this.#badBefore);
    if (ending.kind === "bad_frame") this.#badBefore = true;
    if (verdict.forget) {
      sink.forget();
      this.#subscriptions.distrustAll();
    }
    if (verdict.next === "stay_away") {
      return this.#become({ state: "closed", code: verdict.code, reason: verdict.reason });
    }
    if (!this.#ports.isOnline()) return this.#waitForNetwork();
    this.#wait(attempt, verdict);
    if (verdict.ask || this.#failedHandshakes >= SUSPICIOUS) void this.#probe();
  }

  #wait(attempt: number, { after, reason }: Extract<Verdict, { next: "return" }>): void {
    const { timers, random } = this.#ports;
    const now = timers.now();
    const delay = Math.max(after, backOff(Math.max(0, attempt - 1), random));
    this.#become({ state: "waiting", attempt, retryAt: now + delay, notBefore: now + after, reason });
    this.#cancelRetry = timers.after(delay, () => this.#connect(attempt, true));
  }

  #wentOffline(): void {
    if (this.#state.state === "idle" || this.#state.state === "closed") return;
    this.#leave("offline");
    this.#waitForNetwork();
  }

  /** Browsers call a machine without a network offline although it can reach itself, so now and then it is tried. */
  #waitForNetwork(): void {
    this.#become({ state: "offline" });
    this.#cancelRetry = this.#ports.timers.after(LONGEST_DELAY, () => this.#connect(0, true));
  }

  /** The page is seen again: timers of a hidden page are late by a minute, or by a night if the machine slept. */
  #seen(): void {
    if (this.#state.state === "open") this.#socket?.check();
    // Found silent just now, or waiting since long: somebody looks at it, so there is nothing to wait for.
    this.#hurry();
  }

  /** There is a reason to believe that it works now. */
  #hurry(): void {
    switch (this.#state.state) {
      case "offline":
        return this.#connect(0, true);
      case "waiting":
        if (this.#ports.timers.now() >= this.#state.notBefore) this.#connect(this.#state.attempt, true);
        return;
      case "idle":
      case "connecting":
      case "open":
      case "closed":
        return;
    }
  }

  /** Whether it is the session that is refused. Asked beside the next try, not before it. */
  async #probe(): Promise<void> {
    const answer = await this.#ports.probe();
    if (this.#state.state !== "waiting" && this.#state.state !== "connecting") return;
    switch (answer) {
      case "in":
      case "unknown":
        return;
      case "out":
        this.#leave("signed out");
        return this.#become({ state: "closed", code: closeCodes.session_expired, reason: "signed out" });
      case "gone":
        this.#leave("forbidden");
        this.#ports.sink.forget();
        return this.#become({ state: "closed", code: closeCodes.forbidden, reason: "forbidden" });
    }
  }

  #leave(reason: string): void {
    this.#socket?.close(1000, reason);
    this.#detach();
  }

  /** The socket counts no more. What it delivered is applied, so that the next one resumes from there. */
  #detach(): void {
    this.#socket = null;
    this.#cancelRetry();
    this.#subscriptions.close();
    this.#ports.sink.settle();
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function attemptOf(state: ConnectionState): number {
  switch (state.state) {
    case "connecting":
    case "open":
    case "waiting":
      return state.attempt;
    case "idle":
    case "offline":
    case "closed":
      return 0;
  }
}
