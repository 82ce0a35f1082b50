import type { ErrorCode } from "../error-codes";
import type { Principal } from "../live-object";
import type { Place } from "../protocol/presence";
import type { Present } from "./who-is-here";

/** How long what was said by HTTP holds, in milliseconds: a page says it again within that time. */
export const LEASED_FOR = 40_000;

/** Where the pages are of people who have no connection that could tell when it is gone. In memory: it does not hold for long. */
export class Leases {
  readonly #leases = new Map<string, Present & { until: number }>();
  readonly #most: { readonly aPerson: number; readonly all: number };
  #lookAt: number | null = null;

  constructor(most: { readonly aPerson: number; readonly all: number }) {
    this.#most = most;
  }

  get all(): Iterable<Present> {
    return this.#leases.values();
  }

  /** When somebody has to look, whether or not the leases were renewed by then: each time it is another costs a row. */
  get lookAt(): number | null {
    return this.#lookAt;
  }

  /** `reader`: of the page, by its own account. The error where a person has as many as one may. */
  put(principal: Principal, reader: string, places: readonly Place[], now: number): ErrorCode | null {
    if (principal.kind !== "member") return "forbidden";
    const name = `${principal.userId} ${reader}`;
    if (places.length === 0) this.#leases.delete(name);
    else if (!this.#leases.has(name) && this.#isFull(principal.userId)) return "too_many_sockets";
    else this.#leases.set(name, { principal, places, until: now + LEASED_FOR });
    if (places.length > 0) this.#lookAt ??= now + LEASED_FOR;
    return null;
  }

  /** Ends those that have run out, and those that are over; says whether there were any. */
  end(now: number, isOver: (principal: Principal) => boolean = () => false): boolean {
    const before = this.#leases.size;
    for (const [name, { principal, until }] of this.#leases) {
      if (until <= now || isOver(principal)) this.#leases.delete(name);
    }
    if (this.#lookAt !== null && this.#lookAt <= now) this.#lookAt = this.#soonest();
    return this.#leases.size < before;
  }

  #soonest(): number | null {
    const ends = [...this.#leases.values()].map(({ until }) => until);
    return ends.length === 0 ? null : Math.min(...ends);
  }

  #isFull(userId: string): boolean {
    if (this.#leases.size >= this.#most.all) return true;
    const own = [...this.#leases.values()].filter(({ principal }) => idOf(principal) === userId);
    return own.length >= this.#most.aPerson;
  }
}

function idOf(principal: Principal): string | null {
  return principal.kind === "member" ? principal.userId : null;
}
