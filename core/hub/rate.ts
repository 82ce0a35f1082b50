/** Messages of one connection in the running minute. */
export class Rate {
  #minute = 0;
  #count = 0;

  /** Counts one; false when the minute is full. `now` in milliseconds. */
  take(now: number, aMinute: number): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= aMinute;
  }
}
