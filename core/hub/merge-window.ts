import type { Timers } from "../ports";
import type { Commit } from "../store/store";
import { type Merged, merge } from "./merge";

/** How long commits are gathered after one went out, in milliseconds. */
export const MERGE_WINDOW = 25;

/**
 * The first commit after a quiet moment goes out at once; what follows within the window goes out together at its end,
 * and so on until a window stays empty. Nobody waits longer than one window, and a burst costs a frame a window.
 */
export class MergeWindow {
  readonly #timers: Timers;
  readonly #send: (merged: Merged) => void;
  #open = false;
  #pending: Commit[] = [];

  constructor(timers: Timers, send: (merged: Merged) => void) {
    this.#timers = timers;
    this.#send = send;
  }

  add(commit: Commit): void {
    this.#pending.push(commit);
    if (this.#open) return;
    this.flush();
    this.#begin();
  }

  /** What is gathered goes out now: before an answer that is true at a later commit. */
  flush(): void {
    if (this.#pending.length === 0) return;
    const merged = merge(this.#pending);
    this.#pending = [];
    this.#send(merged);
  }

  #begin(): void {
    this.#open = true;
    this.#timers.after(MERGE_WINDOW, () => {
      this.#open = false;
      if (this.#pending.length === 0) return;
      this.flush();
      this.#begin();
    });
  }
}
