import type { Principal } from "../live-object";
import type { Clock, Logger, Timers } from "../ports";
import { type Found, judge, type SessionRights, type Verdict } from "./judge";

/** Rights that were looked at this long ago (milliseconds) are good enough to send by. */
export const GOOD_FOR = 5_000;
/** While something is being sent, they are looked at again after this long: in time for nothing to wait. */
const LOOK_AGAIN_AFTER = 4_000;
/** A look that takes longer (milliseconds) has failed. */
export const LOOK_DEADLINE = 2_000;

/** A connection, as far as its rights go. */
export interface Watched {
  readonly id: string;
  readonly principal: Principal;
}

export interface RightsPorts<M extends Watched> {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  members(): ReadonlyMap<string, M>;
  /** How often rights in this workspace have changed. It only grows. */
  version(): Promise<number>;
  /** What the accounts say of these sessions; those that are over are left out. */
  sessions(ids: string[]): Promise<readonly SessionRights[]>;
  /** Which of these API keys are not revoked. */
  keys(ids: string[]): Promise<readonly string[]>;
  /** The version that every connection here was looked at by, kept over hibernation. */
  readonly seen: { read(): number; write(version: number): void };
  dismiss(member: M, verdict: Verdict): void;
  /** The version is another one: somebody came, went, or has another place. */
  moved(): void;
  /** A look is over, well or not: what was held may go. */
  readonly looked: () => void;
}

/**
 * Finds out about lost rights that nobody told the object of. One number says whether anything changed; only then are
 * the connections looked at. Looks are made while something is to be sent, so that a quiet workspace costs none.
 */
export class RightsWatch<M extends Watched> {
  readonly #ports: RightsPorts<M>;
  /** Until when what is known is good enough, and from when on to look again. At 0 nothing was looked at since waking. */
  #goodUntil = 0;
  #lookFrom = 0;
  #running: Promise<void> | null = null;
  /** The oldest rights with which somebody came while a look was under way, which may not have seen them. */
  #cameWith = Number.POSITIVE_INFINITY;
  /** Of the look under way. What one finds out that was given up counts for nothing: it may be too old by then. */
  #number = 0;

  constructor(ports: RightsPorts<M>) {
    this.#ports = ports;
  }

  /** Whether data may be sent now. If not, a look is under way and `looked` will be called. */
  cleared(): boolean {
    if (this.#ports.members().size === 0) return true;
    const now = this.#ports.clock.now();
    // Later than any look can have said: the clock was set back.
    if (this.#lookFrom > now + GOOD_FOR) this.#lookFrom = this.#goodUntil = 0;
    if (now >= this.#lookFrom) void this.#look();
    return now < this.#goodUntil;
  }

  /** Null if what a connection says may be taken now; otherwise what to wait for before. */
  ready(): Promise<void> | null {
    return this.cleared() ? null : this.#look();
  }

  /**
   * Somebody came whose rights were read at this version. Older ones than those looked at (it took long to get here, and
   * a change passed it by on the way) are as if nobody had looked.
   */
  came(version: number): void {
    if (this.#running !== null) this.#cameWith = Math.min(this.#cameWith, version);
    if (version < this.#ports.seen.read()) {
      this.#ports.seen.write(version);
      this.#lookFrom = this.#goodUntil = 0;
    }
  }

  /** One at a time. Never rejects. */
  #look(): Promise<void> {
    this.#running ??= this.#lookOnce().finally(() => {
      this.#running = null;
      this.#ports.looked();
    });
    return this.#running;
  }

  async #lookOnce(): Promise<void> {
    const { clock, logger } = this.#ports;
    const began = clock.now();
    this.#cameWith = Number.POSITIVE_INFINITY;
    try {
      await this.#inTime(this.#compare(++this.#number));
      // From the beginning on, since what changed after it may not have been seen.
      this.#lookFrom = began + LOOK_AGAIN_AFTER;
      this.#goodUntil = began + GOOD_FOR;
    } catch (cause) {
      this.#number += 1;
      logger.error("rights_unread", { cause: String(cause) });
      // The next look may fail as late as its deadline, and what is sent does not wait for that either.
      this.#lookFrom = clock.now() + GOOD_FOR;
      this.#goodUntil = this.#lookFrom + LOOK_DEADLINE;
    }
  }

  async #compare(number: number): Promise<void> {
    const { seen } = this.#ports;
    const version = await this.#ports.version();
    if (version === seen.read() || number !== this.#number) return;
    this.#ports.moved();
    // Who comes from now on is not among them, and its rights are newer than what will be found.
    const asked = [...this.#ports.members().values()];
    const found = await this.#find(asked);
    if (number !== this.#number) return;
    this.#judge(asked, found);
    seen.write(Math.min(version, this.#cameWith));
  }

  async #find(asked: readonly M[]): Promise<Found> {
    const sessionIds = new Set<string>();
    const keyIds = new Set<string>();
    for (const { principal } of asked) {
      if (principal.kind === "member") sessionIds.add(principal.sessionId);
      if (principal.kind === "key") keyIds.add(principal.keyId);
    }
    const [sessions, keys] = await Promise.all([
      sessionIds.size === 0 ? [] : this.#ports.sessions([...sessionIds]),
      keyIds.size === 0 ? [] : this.#ports.keys([...keyIds]),
    ]);
    return { sessions: new Map(sessions.map((rights) => [rights.sessionId, rights])), keys: new Set(keys) };
  }

  #judge(asked: readonly M[], found: Found): void {
    const now = this.#ports.clock.now();
    for (const member of asked) {
      const verdict = judge(member.principal, found, now);
      if (verdict !== null && this.#ports.members().has(member.id)) this.#ports.dismiss(member, verdict);
    }
  }

  async #inTime(look: Promise<void>): Promise<void> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const cancel = this.#ports.timers.after(LOOK_DEADLINE, () =>
      reject(new Error(`no answer within ${LOOK_DEADLINE} ms`)),
    );
    try {
      await Promise.race([look, late]);
    } finally {
      cancel();
    }
  }
}
