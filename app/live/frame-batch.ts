import type { Arrival } from "./arrival";
import type { Timers } from "./clock";

/**
 * What comes within a frame (milliseconds) is applied together. A timer's, not the browser's: applied is not painted, and
 * a frame that is asked for costs the page one even where nothing of it is in sight.
 */
const A_FRAME = 16;
/** A tab whose timers are throttled to one a minute does not pile up more than this many frames: applied, they are one state. */
const MAX_WAITING = 500;

export interface FrameBatchPorts {
  readonly timers: Timers;
  readonly apply: (arrivals: readonly Arrival[]) => void;
}

/** Collects what arrives and applies it once a frame, so that a burst of frames costs one render. */
export class FrameBatch {
  readonly #ports: FrameBatchPorts;
  #waiting: Arrival[] = [];
  #cancel: (() => void) | null = null;
  #isFull = false;

  constructor(ports: FrameBatchPorts) {
    this.#ports = ports;
  }

  add(arrivals: readonly Arrival[]): void {
    this.#waiting.push(...arrivals);
    if (this.#waiting.length === 0) return;
    this.#cancel ??= this.#ports.timers.after(A_FRAME, () => this.flush());
    if (this.#waiting.length >= MAX_WAITING && !this.#isFull) void this.#flushSoon();
  }

  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    const arrivals = this.#waiting;
    this.#waiting = [];
    if (arrivals.length > 0) this.#ports.apply(arrivals);
  }

  /** What is handed over in one go may be true only together. No browser throttles a microtask. */
  async #flushSoon(): Promise<void> {
    this.#isFull = true;
    await Promise.resolve();
    this.#isFull = false;
    this.flush();
  }
}
