import type { Timers } from "../clock";

interface Due {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that moves only when it is told to. */
export class FakeTimers implements Timers {
  #now: number;
  #due: Due[] = [];

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  get waiting(): number {
    return this.#due.length;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const due = { at: this.#now + milliseconds, callback };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  }

  /** Lets time pass and calls back what falls due, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#due = this.#due.filter((other) => other !== next);
      next.callback();
    }
    this.#now = end;
  }

  /** Time passes while the machine sleeps: what fell due meanwhile is called back late, all at once. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
