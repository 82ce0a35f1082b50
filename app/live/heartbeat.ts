import type { Timers } from "./clock";

const SILENT_AFTER = 2.5;

/**
 * Pings, and notices when nothing comes back. Judged by timestamps: timers of a hidden tab fire late or all at once, and
 * a machine that slept has missed them all, so a late timer asks first and judges later.
 */
export class Heartbeat {
  readonly #timers: Timers;
  readonly #every: number;
  readonly #ping: () => void;
  readonly #silent: () => void;
  #heardAt: number;
  /** The first ping that nothing has followed yet. */
  #askedAt: number | null = null;
  #cancel: () => void = () => {};

  constructor(timers: Timers, every: number, on: { ping(): void; silent(): void }) {
    this.#timers = timers;
    this.#every = every;
    this.#ping = () => on.ping();
    this.#silent = () => on.silent();
    this.#heardAt = timers.now();
    this.#schedule(every);
  }

  heard(): void {
    this.#heardAt = this.#timers.now();
    this.#askedAt = null;
  }

  stop(): void {
    this.#cancel();
  }

  /** The page is seen again: whoever was silent while nobody looked is taken for gone, coming back costs little. */
  check(): void {
    const silence = this.#now() - this.#heardAt;
    if (silence >= SILENT_AFTER * this.#every) this.#silent();
    else if (silence >= this.#every) this.#ask();
  }

  /** Nothing was heard, or asked, later than now, unless the clock was set back. */
  #now(): number {
    const now = this.#timers.now();
    this.#heardAt = Math.min(this.#heardAt, now);
    if (this.#askedAt !== null) this.#askedAt = Math.min(this.#askedAt, now);
    return now;
  }

  #beat(): void {
    const now = this.#now();
    const silence = now - this.#heardAt;
    const waited = this.#askedAt === null ? 0 : now - this.#askedAt;
    const enough = (SILENT_AFTER - 1) * this.#every;
    if (silence >= SILENT_AFTER * this.#every && waited >= enough) {
      this.#silent();
      return;
    }
    this.#ask();
    const left = Math.max(this.#heardAt + SILENT_AFTER * this.#every, (this.#askedAt ?? now) + enough) - now;
    this.#schedule(Math.min(this.#every, left));
  }

  #ask(): void {
    this.#askedAt ??= this.#timers.now();
    this.#ping();
  }

  #schedule(delay: number): void {
    this.#cancel = this.#timers.after(delay, () => this.#beat());
  }
}
