import type { ErrorCode } from "../error-codes";
import type { Principal } from "../live-object";
import type { Clock, Logger, Timers } from "../ports";
import type { Place } from "../protocol/presence";
import { readAs } from "../schema/read-as";
import type { ChangeSet, Store } from "../store/store";
import { Leases } from "./leases";
import { presence } from "./presence";
import { type Present, whoIsHere } from "./who-is-here";

/**
 * How long what happens is gathered, in milliseconds: at most one commit in that time. Who loses a line and comes back
 * within it leaves no trace, and the object is kept awake no longer than that.
 */
export const GATHERED_FOR = 1_000;

/**
 * How often somebody has to look at least, in milliseconds, while anybody is here: a connection can die without a word,
 * and an object that sleeps would show its person for as long.
 */
const LOOK_EVERY = 120_000;

interface PresencesPorts {
  readonly clock: Clock;
  readonly timers: Pick<Timers, "after">;
  readonly logger: Pick<Logger, "error">;
  readonly limits: { readonly socketsAUser: number; readonly sockets: number };
  readonly store: Pick<Store, "get" | "keysOf">;
  connections(): Iterable<Present>;
  commit(change: ChangeSet): void;
}

/** Keeps `$presence.<board>` true: who has the board open, as the connections say it. */
export class Presences {
  readonly #ports: PresencesPorts;
  readonly #leases: Leases;
  #isTimed = false;
  #lookedAt: number;

  constructor(ports: PresencesPorts) {
    this.#ports = ports;
    this.#lookedAt = ports.clock.now();
    const { socketsAUser: aPerson, sockets: all } = ports.limits;
    this.#leases = new Leases({ aPerson, all });
  }

  /** Somebody may have come, gone or moved: soon it is told, if so. */
  changed(): void {
    if (this.#isTimed || this.#writes().length === 0) return;
    this.#isTimed = true;
    this.#ports.timers.after(GATHERED_FOR, () => this.#tell());
  }

  /** Said by HTTP, and to be said again. Why it is refused, or null. */
  lease(principal: Principal, reader: string, places: readonly Place[]): ErrorCode | null {
    const refusal = this.#leases.put(principal, reader, places, this.#ports.clock.now());
    if (refusal === null) this.changed();
    return refusal;
  }

  /** Ends leases that have run out, and those of people who may not be here any more. */
  end(isOver?: (principal: Principal) => boolean): void {
    const now = this.#ports.clock.now();
    this.#lookedAt = now;
    if (this.#leases.end(now, isOver)) this.changed();
  }

  /** When dead connections are to be looked for, and `end` to be called; null while nobody is here. */
  nextLook(): number | null {
    let next = this.#leases.lookAt ?? Number.POSITIVE_INFINITY;
    for (const { places } of this.#ports.connections()) {
      if (places.length === 0) continue;
      next = Math.min(next, this.#lookedAt + LOOK_EVERY);
      break;
    }
    return Number.isFinite(next) ? next : null;
  }

  #tell(): void {
    this.#isTimed = false;
    const { clock, logger } = this.#ports;
    try {
      const writes = this.#writes();
      this.#ports.commit({ at: clock.now(), writes, removes: [], lastCheck: null, interval: 0 });
    } catch (cause) {
      logger.error("presence_untold", { cause: String(cause) });
      this.changed();
    }
  }

  /** What differs from what is held. */
  #writes(): ChangeSet["writes"] {
    const { clock, store } = this.#ports;
    const held = (board: string) => readAs(presence, store.get(keyOf(board))?.value) ?? [];
    const boards = store.keysOf("$presence").map((key) => key.slice("$presence.".length));
    const before = new Map(boards.map((board) => [board, held(board)]));
    const now = whoIsHere([...this.#ports.connections(), ...this.#leases.all], before, clock.now());
    return [...now]
      .filter(([board, here]) => store.get(`$boards.${board}`) !== undefined && !same(here, before.get(board)))
      .map(([board, value]) => ({ key: keyOf(board), value, meta: { kind: "value" } }));
  }
}

function keyOf(board: string): string {
  return `$presence.${board}`;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
