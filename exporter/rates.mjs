/**
 * Turns counters that only grow into amounts per second, from one reading to the next.
 *
 * @returns {(name: string, counter: number | null | undefined, now: number) => number | undefined} `now` in
 *   milliseconds, on a clock that never goes back. Undefined where no rate is known: at a counter's first reading, when
 *   it went back (its device was reset), when it is missing.
 */
export function makeRates() {
  /** @type {Map<string, { counter: number, at: number }>} */
  const last = new Map();
  return (name, counter, now) => {
    const before = last.get(name);
    if (typeof counter !== "number" || !Number.isFinite(counter)) {
      last.delete(name);
      return undefined;
    }
    last.set(name, { counter, at: now });
    if (!before || counter < before.counter || now <= before.at) return undefined;
    return ((counter - before.counter) * 1_000) / (now - before.at);
  };
}
