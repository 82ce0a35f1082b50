import type { ServerClock, Timers } from "./clock";
import type { SessionAnswer } from "./session-probe";

/** So long (milliseconds) before its session ends a page says so. */
export const WARN_BEFORE = 60_000;
/** Timers of browsers count to 2^31 milliseconds, 25 days, and fire at once beyond. A session is longer. */
const LONGEST_TIMER = 86_400_000;

export interface SessionWatchPorts {
  readonly timers: Timers;
  readonly clock: ServerClock;
  readonly probe: () => Promise<SessionAnswer>;
  readonly changed: () => void;
}

/** Knows when the socket's session ends, and warns before, unless the browser has a session by then that goes on. */
export class SessionWatch {
  readonly #ports: SessionWatchPorts;
  /** When the watched session ends, by the server's clock; null while no socket is open. */
  #ends: number | null = null;
  #isWarning = false;
  #cancel: () => void = () => {};

  constructor(ports: SessionWatchPorts) {
    this.#ports = ports;
  }

  /** When the session ends, once that is to be said. */
  get endsSoon(): number | null {
    return this.#isWarning ? this.#ends : null;
  }

  /** A socket opened under a session that ends then; undefined for one that needs none. */
  begin(ends: number | undefined): void {
    this.stop();
    if (ends === undefined) return;
    this.#ends = ends;
    this.#wait(ends);
  }

  stop(): void {
    this.#cancel();
    this.#ends = null;
    this.#warn(false);
  }

  /** The page is seen again: perhaps somebody has signed in elsewhere meanwhile. */
  check(): void {
    if (this.#isWarning && this.#ends !== null) void this.#ask(this.#ends);
  }

  #wait(ends: number): void {
    const left = ends - WARN_BEFORE - this.#ports.clock.now();
    if (left <= 0) void this.#ask(ends);
    else this.#cancel = this.#ports.timers.after(Math.min(left, LONGEST_TIMER), () => this.#wait(ends));
  }

  /** The socket ends with its session in any case; with a session that goes on it is back at once. */
  async #ask(ends: number): Promise<void> {
    const answer = await this.#ports.probe();
    if (this.#ends !== ends) return;
    this.#warn(answer.is !== "in" || answer.ends === null || answer.ends <= ends);
  }

  #warn(isWarning: boolean): void {
    if (isWarning === this.#isWarning) return;
    this.#isWarning = isWarning;
    this.#ports.changed();
  }
}
