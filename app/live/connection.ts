import { closeCodes } from "../../core/protocol/bye";
import type { Up } from "../../core/protocol/up";
import type { Welcome } from "../../core/protocol/welcome";
import { attemptOf } from "./attempt-of";
import { backOff, LONGEST_DELAY, STABLE_AFTER } from "./back-off";
import type { ConnectionPorts } from "./connection-ports";
import type { ConnectionState, Ending, EndingReason, Verdict } from "./connection-state";
import { judgeEnding } from "./judge-ending";
import type { Line, LineFrame, Transport } from "./lines/line";
import { Subscriptions } from "./subscriptions";
import { type WriteFrame, type WriteOutcome, Writes } from "./writes";

/** From this many failed handshakes in a row on, the session is asked after: the browser hides why they failed. */
const SUSPICIOUS = 2;
/** Closed with these, a page comes back when somebody has signed in again. */
const SESSION_CODES: readonly number[] = [closeCodes.session_expired, closeCodes.session_revoked];

/** Keeps one line open for as long as that makes sense, with the wanted patterns on it. Knows nothing of React. */
export class Connection {
  readonly #ports: ConnectionPorts;
  readonly #subscriptions: Subscriptions;
  readonly #writes: Writes;
  readonly #listeners = new Set<() => void>();
  #state: ConnectionState = { state: "idle" };
  #line: Line | null = null;
  #welcomedAt: number | null = null;
  #failedHandshakes = 0;
  #badBefore = false;
  /** Whom the server last took this page for. */
  #principal: string | null = null;
  #cancelRetry: () => void = () => {};
  #unwatch: () => void = () => {};

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
    this.#writes = new Writes({ timers: ports.timers, overdue: () => this.#line?.giveUp() });
    this.#subscriptions = new Subscriptions({
      timers: ports.timers,
      sink: ports.sink,
      overdue: () => this.#line?.giveUp(),
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
    this.#writes.abandon();
    this.#become({ state: "idle" });
  }

  /** Keeps patterns subscribed, from the cursor that the page's values are true at, until the returned call. */
  want(patterns: readonly string[], since: string | null): () => void {
    return this.#subscriptions.want(patterns, since);
  }

  /** Writes a key, once, over however many sockets that takes. */
  write(frame: WriteFrame): Promise<WriteOutcome> {
    const outcome = this.#writes.write(frame);
    if (this.#state.state === "closed") this.#writes.abandon();
    return outcome;
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
    this.#line = this.#ports.openLine({
      welcomed: (frame, transport, throughTab = false) => this.#welcomed(frame, { transport, throughTab }),
      received: (frame) => this.#received(frame),
      ended: (ending) => this.#ended(ending),
    });
  }

  #welcomed(frame: Welcome, way: { readonly transport: Transport; readonly throughTab: boolean }): void {
    const before = this.#state;
    // Another line underneath: it goes on where the last one stood, and nobody needs to see that.
    if (before.state === "open") this.#suspend();
    this.#welcomedAt = this.#ports.timers.now();
    this.#failedHandshakes = 0;
    const isSame = this.#meet(frame.principal.id);
    this.#ports.sink.welcome(frame);
    const returning = (before.state === "connecting" || before.state === "open") && before.returning;
    const caughtUp = before.state === "open" && before.caughtUp && isSame;
    this.#become({ state: "open", ...way, attempt: attemptOf(before), returning, caughtUp, refusal: null });
    const send = (asked: Up) => this.#line?.send(asked);
    this.#subscriptions.open(send);
    this.#writes.open(send, frame.limits.frameBytes);
  }

  #received(frame: LineFrame): void {
    const isAnswer = frame.type === "done" || frame.type === "error";
    if (!isAnswer || !this.#writes.receive(frame)) this.#subscriptions.receive(frame);
  }

  /** Somebody else may have signed in since: what is held is then not theirs to see. */
  #meet(principal: string): boolean {
    const isSame = this.#principal === null || this.#principal === principal;
    this.#principal = principal;
    if (isSame) return true;
    this.#forget();
    this.#writes.abandon();
    return false;
  }

  #open(news: { caughtUp: boolean } | { refusal: string }): void {
    if (this.#state.state === "open") this.#become({ ...this.#state, ...news });
  }

  #ended(ending: Ending): void {
    const stable = this.#welcomedAt !== null && this.#ports.timers.now() - this.#welcomedAt >= STABLE_AFTER;
    if (this.#welcomedAt === null) this.#failedHandshakes += 1;
    if (stable) this.#badBefore = false;
    const attempt = stable ? 0 : attemptOf(this.#state) + 1;
    this.#detach();
    const verdict = judgeEnding(ending, this.#badBefore);
    if (ending.kind === "bad_frame") this.#badBefore = true;
    if (verdict.forget) this.#forget();
    if (verdict.next === "stay_away") {
      this.#close(verdict.code, verdict.reason);
      return verdict.reason === "version" ? this.#ports.otherVersion() : undefined;
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
    if (this.#state.state === "open") this.#line?.check();
    if (this.#state.state === "closed" && SESSION_CODES.includes(this.#state.code)) void this.#askAgain();
    // Found silent just now, or waiting since long: somebody looks at it, so there is nothing to wait for.
    this.#hurry();
  }

  /** There is a reason to believe that it works now. */
  #hurry(): void {
    const state = this.#state;
    if (state.state === "offline") this.#connect(0, true);
    if (state.state === "waiting" && this.#ports.timers.now() >= state.notBefore) this.#connect(state.attempt, true);
  }

  /** The session ended, and perhaps somebody has signed in again elsewhere. */
  async #askAgain(): Promise<void> {
    const closed = this.#state;
    const { is } = await this.#ports.probe();
    if (is === "in" && this.#state === closed) this.#connect(0, true);
  }

  /** Whether it is the session that is refused. Asked beside the next try, not before it. */
  async #probe(): Promise<void> {
    const { is } = await this.#ports.probe();
    const isTrying = this.#state.state === "waiting" || this.#state.state === "connecting";
    if (!isTrying || is === "in" || is === "unknown") return;
    const reason = is === "out" ? "signed out" : "forbidden";
    this.#leave(reason);
    if (is === "gone") this.#forget();
    this.#close(is === "out" ? closeCodes.session_expired : closeCodes.forbidden, reason);
  }

  #close(code: number, reason: EndingReason): void {
    this.#writes.abandon();
    this.#become({ state: "closed", code, reason });
  }

  #forget(): void {
    this.#ports.sink.forget();
    this.#subscriptions.distrustAll();
  }

  #leave(reason: string): void {
    this.#line?.close(1000, reason);
    this.#detach();
  }

  #detach(): void {
    this.#line = null;
    this.#cancelRetry();
    this.#suspend();
  }

  /** The line counts no more. What it delivered is applied, so that the next one resumes from there. */
  #suspend(): void {
    this.#subscriptions.close();
    this.#writes.close();
    this.#ports.sink.settle();
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
