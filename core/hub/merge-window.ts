import type { Timers } from "../ports";
import type { Commit } from "../store/store";
import { type Merged, merge } from "./merge";

/** How long commits are gathered after one went out, in milliseconds. */
export const MERGE_WINDOW = 25;

/**
 * The first commit after a quiet moment goes out at once; what follows within the window goes out together at its end,
 * and so on until a window stays empty. Nobody waits longer than one window, and a burst costs a frame a window. A
 * commit that stays alone sets no timer: one costs the runtime more than sending to a few readers.
 */
export class MergeWindow {
  readonly #timers: Timers;
  readonly #mayLeave: () => boolean;
  readonly #send: (merged: Merged) => void;
  readonly #ended: () => void;
  #endsAt = Number.NEGATIVE_INFINITY;
  #isTimed = false;
  #pending: Commit[] = [];

  /** `mayLeave`: whether anything may be sent just now. `ended`: a window that something waited for is over. */
  constructor(timers: Timers, mayLeave: () => boolean, send: (merged: Merged) => void, ended: () => void) {
    this.#timers = timers;
    this.#mayLeave = mayLeave;
    this.#send = send;
    this.#ended = ended;
  }

  get isOpen(): boolean {
    return this.#isTimed || this.#timers.now() < this.#endsAt;
  }

  add(commit: Commit): void {
    this.#pending.push(commit);
    if (this.isOpen) return this.wait();
    this.flush();
    this.#begin();
  }

  /** Somebody waits for the end of the window. */
  wait(): void {
    if (this.#isTimed) return;
    this.#isTimed = true;
    this.#timers.after(Math.max(0, this.#endsAt - this.#timers.now()), () => this.#end());
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
    this.#endsAt = this.#timers.now() + MERGE_WINDOW;
  }

  #end(): void {
    this.#isTimed = false;
    const isBusy = this.#pending.length > 0;
    this.flush();
    this.#ended();
    if (isBusy) this.#begin();
  }
}
