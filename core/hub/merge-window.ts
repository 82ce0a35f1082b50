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
  readonly #mayLeave: () => boolean;
  readonly #send: (merged: Merged) => void;
  readonly #ended: () => void;
  #open = false;
  #pending: Commit[] = [];

  /** `mayLeave`: whether anything may be sent just now. `ended`: a window is over, whatever was in it. */
  constructor(timers: Timers, mayLeave: () => boolean, send: (merged: Merged) => void, ended: () => void) {
    this.#timers = timers;
    this.#mayLeave = mayLeave;
    this.#send = send;
    this.#ended = ended;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  add(commit: Commit): void {
    this.#pending.push(commit);
    if (this.#open) return;
    this.flush();
    this.#begin();
  }

  /** What is gathered goes out now, if it may: before an answer that is true at a later commit. */
  flush(): void {
    if (this.#pending.length === 0 || !this.#mayLeave()) return;
    const merged = merge(this.#pending);
    this.#pending = [];
    this.#send(merged);
  }

  /** What is gathered concerns nobody any more. */
  drop(): void {
    this.#pending = [];
  }

  #begin(): void {
    this.#open = true;
    this.#timers.after(MERGE_WINDOW, () => {
      this.#open = false;
      const had = this.#pending.length > 0;
      this.flush();
      this.#ended();
      if (had && this.#pending.length === 0) this.#begin();
    });
  }
}
