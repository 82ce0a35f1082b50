import { readableKeys } from "../access/access";
import type { Principal } from "../live-object";
import type { Clock } from "../ports";
import type { Place } from "../protocol/presence";
import type { Limits } from "./limits";
import { type Behind, Outbox, type Pool } from "./outbox";
import { Rate } from "./rate";
import { Requests } from "./requests";
import type { Outlet, Subscriber } from "./subscriber";

/** A connection as the room knows it. `patterns`, `places` and `outbox.behind` are kept by the outlet's owner over hibernation. */
export interface Member extends Subscriber {
  readonly principal: Principal;
  readonly outlet: Outlet;
  readonly requests: Requests;
  /** All texts of the running minute, and those that count as messages. */
  readonly texts: Rate;
  readonly messages: Rate;
  /** Where its pages are, as it last said. */
  places: readonly Place[];
  /** When it last sent something other than a ping, or came. */
  heardAt: number;
}

/** What a connection that slept with the object had asked for, and where it stood if it was behind. */
export interface Woken {
  readonly patterns: Iterable<string>;
  readonly behind: Behind | null;
  readonly places?: readonly Place[];
  /** When it was heard of last, as far as that was kept. */
  readonly heardAt?: number;
}

interface MembersPorts {
  readonly clock: Clock;
  readonly limits: Limits;
  remember(member: Member): void;
}

/** The connections of a room: all of them, those that are behind, and whose session runs out first. */
export class Members {
  readonly all = new Map<string, Member>();
  readonly behind = new Set<Member>();
  readonly #ports: MembersPorts;
  readonly #pool: Pool = { bytes: 0, readers: 0 };
  #nextExpiry = Number.POSITIVE_INFINITY;

  constructor(ports: MembersPorts) {
    this.#ports = ports;
  }

  add(id: string, principal: Principal, outlet: Outlet, woken?: Woken): Member {
    const { clock, limits } = this.#ports;
    const { frames: outstandingFrames = limits.outstandingFrames } = outlet;
    const ports = {
      clock,
      limits: { ...limits, outstandingFrames },
      pool: this.#pool,
      changed: () => this.#moved(member),
    };
    const outbox = new Outbox(outlet, ports, woken?.behind);
    const member: Member = {
      id,
      principal,
      readable: (asked) => readableKeys(principal, asked),
      outlet,
      outbox,
      requests: new Requests(outbox),
      patterns: new Set(woken?.patterns),
      texts: new Rate(),
      messages: new Rate(),
      places: woken?.places ?? [],
      heardAt: woken?.heardAt ?? clock.now(),
    };
    this.all.set(id, member);
    if (outbox.behind !== null) this.behind.add(member);
    if (principal.kind === "member") this.#nextExpiry = Math.min(this.#nextExpiry, principal.sessionEnds);
    return member;
  }

  remove(id: string): void {
    const member = this.all.get(id);
    if (!member) return;
    this.all.delete(id);
    this.behind.delete(member);
    member.outbox.close();
  }

  /** Those whose session has run out. Looks only when one may have. */
  expired(now: number): Member[] {
    if (now < this.#nextExpiry) return [];
    const all = [...this.all.values()];
    const ends = ({ principal }: Member) => (principal.kind === "member" ? principal.sessionEnds : Infinity);
    this.#nextExpiry = Math.min(Infinity, ...all.map(ends).filter((end) => end > now));
    return all.filter((member) => ends(member) <= now);
  }

  #moved(member: Member): void {
    if (member.outbox.behind === null) this.behind.delete(member);
    else this.behind.add(member);
    this.#ports.remember(member);
  }
}
