import type { Arrival } from "./arrival";

/**
 * From here on (milliseconds) a page is behind: changes arrive slower than they are made. More than the 2 s in which a
 * page that polls asks again.
 */
const BEHIND_AFTER = 4_000;

/** How late changes arrive. */
export class Lag {
  /** How old the newest was when it arrived, in whole seconds as milliseconds; 0 while they come in time. */
  current = 0;
  #begunAt = 0;

  /** A connection began then, by the server's clock. What was made before waited for it: that tells nothing of it. */
  begin(at: number): void {
    this.#begunAt = at;
    this.current = 0;
  }

  /** Whether these changed it. `now`: the server's time, at which they arrived. */
  measure(arrivals: readonly Arrival[], now: number): boolean {
    const newest = newestOf(arrivals);
    const before = this.current;
    if (newest > 0 && newest >= this.#begunAt)
      this.current = now - newest < BEHIND_AFTER ? 0 : Math.floor((now - newest) / 1_000) * 1_000;
    return this.current !== before;
  }

  forget(): void {
    this.current = 0;
  }
}

/** When the newest of these was made, by the server's clock; 0 where nothing tells. */
export function newestOf(arrivals: readonly Arrival[]): number {
  return arrivals.reduce((latest, arrival) => Math.max(latest, madeAt(arrival)), 0);
}

/** What a catch-up holds was made at any time: it tells nothing. */
function madeAt(arrival: Arrival): number {
  if (arrival.type === "data_update") return arrival.timestamp;
  return arrival.type === "beat" ? arrival.at : 0;
}
