import type { Clock, Timers } from "../../ports";

/** Time that moves only when it is told to. */
export class FakeTime implements Clock, Timers {
  #now: number;
  #due: { readonly at: number; readonly callback: () => void }[] = [];

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** How many wait for something: an object with a timer does not hibernate. */
  get waiting(): number {
    return this.#due.length;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const due = { at: this.#now + milliseconds, callback };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((one) => one !== due);
    };
  }

  /** Calls back what falls due, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#due = this.#due.filter((one) => one !== next);
      next.callback();
    }
    this.#now = end;
  }

  /** Time passes while the machine sleeps: what fell due meanwhile is called back late, all at once. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** The process is gone, and its timers with it. */
  forget(): void {
    this.#due = [];
  }
}
