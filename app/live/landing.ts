import type { Timers } from "./clock";

/** How long (milliseconds) a write that is done waits for the page's own copy to show it. */
const LONGEST = 5_000;

interface Awaited {
  readonly hasLanded: () => boolean;
  readonly settle: () => void;
}

/** Waits until what is done at the server is in the page's own copy, too. */
export class Landing {
  readonly #timers: Timers;
  readonly #awaited = new Set<Awaited>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Resolves when it has landed, after 5 s at the latest. */
  until(hasLanded: () => boolean): Promise<void> {
    if (hasLanded()) return Promise.resolve();
    return new Promise((resolve) => {
      const settle = () => {
        cancel();
        this.#awaited.delete(one);
        resolve();
      };
      const one = { hasLanded, settle };
      const cancel = this.#timers.after(LONGEST, settle);
      this.#awaited.add(one);
    });
  }

  /** The copy has changed. */
  look(): void {
    for (const { hasLanded, settle } of this.#awaited) if (hasLanded()) settle();
  }
}
