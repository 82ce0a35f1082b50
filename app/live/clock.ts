/** Where the time comes from and how one waits; the browser's own, unless a test brings another. */
export interface Timers {
  now(): number;
  /** Calls back after that many milliseconds; what comes back cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const browserTimers: Timers = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

const TICK = 1_000;

/** The server's time as far as this machine can tell: its own clock and the difference the server last announced. */
export class ServerClock {
  readonly #timers: Timers;
  readonly #listeners = new Set<() => void>();
  #offset = 0;
  #current = 0;
  #stop: (() => void) | null = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  now(): number {
    return this.toServer(this.#timers.now());
  }

  /** The same moment by the server's clock. */
  toServer(local: number): number {
    return local + this.#offset;
  }

  /** The server says what time it is. It was that time a network delay ago, which is less than people read in an age. */
  set(serverTime: number): void {
    this.#offset = serverTime - this.#timers.now();
  }

  /** The server did something at this time of its own: so late it is there at least, or one of the clocks was set since. */
  reached(serverTime: number): void {
    if (serverTime > this.now()) this.set(serverTime);
  }

  /** The time at the last tick: the same for all who read it until the next one. */
  readonly current = (): number => {
    if (this.#stop === null && Math.abs(this.now() - this.#current) >= TICK) this.#current = this.now();
    return this.#current;
  };

  /** Ticks at each whole second of the server's while somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#stop === null) this.#tick();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  };

  #tick(): void {
    this.#current = this.now();
    this.#stop = this.#timers.after(TICK - (this.#current % TICK), () => {
      this.#tick();
      for (const listener of this.#listeners) listener();
    });
  }
}
