import type { Clock, Timers } from "../../ports";

/** Time that moves only when it is told to. */
export class FakeTime implements Clock, Timers {
  #now = 1_000_000;
  #due: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  /** Whether somebody waits for something: an object with a timer does not hibernate. */
  get isWaiting(): boolean {
    return this.#due.length > 0;
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

  /** The process is gone, and its timers with it. */
  forget(): void {
    this.#due = [];
  }
}
