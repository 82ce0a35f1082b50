/**
 * How many there are at most: those last counted and those that came since. To count costs as much as there are, so it
 * is done when this says that the limit is reached, and not when one comes or goes.
 */
export class Counted {
  readonly #count: () => number;
  #atMost: number;

  constructor(count: () => number) {
    this.#count = count;
    this.#atMost = count();
  }

  add(): void {
    this.#atMost += 1;
  }

  isFull(limit: number): boolean {
    if (this.#atMost >= limit) this.#atMost = this.#count();
    return this.#atMost >= limit;
  }
}
