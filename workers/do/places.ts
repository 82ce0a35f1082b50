import { LiveError } from "../../core/errors";
import type { Limits } from "../../core/hub/limits";
import type { Member, Room } from "../../core/hub/room";
import type { Principal } from "../../core/live-object";
import type { CloseReason } from "../../core/protocol/bye";
import { problem } from "../problem";
import { Counted } from "./counted";
import { ownerOf } from "./owner-of";
import { SocketOutlet } from "./socket-outlet";

const MAX_OWNERS = 10_000;

/** The connections of an object, of whatever transport: whose they are, and whether there is a place for one more. */
export class Places {
  readonly #ctx: DurableObjectState;
  readonly #room: Room;
  readonly #limits: Limits;
  readonly #reap: () => void;
  readonly #all: Counted;
  readonly #owners = new Map<string, Counted>();

  /** `reap`: closes connections that nobody is at the other end of. */
  constructor(ctx: DurableObjectState, room: Room, limits: Limits, reap: () => void) {
    this.#ctx = ctx;
    this.#room = room;
    this.#limits = limits;
    this.#reap = reap;
    // A socket counts until it is closed from both ends, which those are not that nobody answers on.
    this.#all = new Counted(() => ctx.getWebSockets().length + this.#members((one) => !isSocket(one)).length);
  }

  /** The refusal of one more connection of this principal; null where there is a place. */
  refuse(principal: Principal): Response | null {
    const full = this.take(principal);
    return full && problem(full, full.code === "unavailable" ? 30 : undefined);
  }

  /** Takes a place for one more connection of this principal; why there is none, or null. */
  take(principal: Principal): LiveError | null {
    if (this.#full(principal) !== null) this.#reap();
    const full = this.#full(principal);
    if (full !== null) return this.#refusal(full, principal);
    this.#all.add();
    this.#of(ownerOf(principal)).add();
    return null;
  }

  /** These sessions are over: their connections close. Says how many there were. */
  sessionsEnded(ids: readonly string[]): number {
    const isOver = (principal: Principal) => principal.kind === "member" && ids.includes(principal.sessionId);
    return this.#dismiss(isOver, "session_revoked", "signed out");
  }

  /** These people have another place here, or none. */
  membersChanged(ids: readonly string[]): number {
    const isOther = (principal: Principal) => principal.kind === "member" && ids.includes(principal.userId);
    return this.#dismiss(isOther, "rights_changed", "your rights changed");
  }

  keysRevoked(ids: readonly string[]): number {
    const isOver = (principal: Principal) => principal.kind === "key" && ids.includes(principal.keyId);
    return this.#dismiss(isOver, "session_revoked", "the key was revoked");
  }

  #dismiss(wanted: (principal: Principal) => boolean, why: CloseReason, reason: string): number {
    const members = this.#members(({ principal }) => wanted(principal));
    for (const member of members) this.#room.dismiss(member, why, reason);
    this.#room.presences.end(wanted);
    return members.length;
  }

  #full(principal: Principal): "sockets" | "socketsAUser" | "socketsAnAddress" | null {
    const limit = principal.kind === "visitor" ? "socketsAnAddress" : "socketsAUser";
    if (this.#all.isFull(this.#limits.sockets)) return "sockets";
    return this.#of(ownerOf(principal)).isFull(this.#limits[limit]) ? limit : null;
  }

  #of(owner: string): Counted {
    const held = this.#owners.get(owner);
    if (held) return held;
    const counted = new Counted(() => {
      const others = this.#members((member) => !isSocket(member) && ownerOf(member.principal) === owner);
      return this.#ctx.getWebSockets(owner).length + others.length;
    });
    // Visitors come and go under ever new addresses; who is forgotten is counted anew.
    if (this.#owners.size >= MAX_OWNERS) this.#owners.clear();
    this.#owners.set(owner, counted);
    return counted;
  }

  /** A person can close another page; where the workspace is full, there is nothing but to wait. */
  #refusal(full: "sockets" | "socketsAUser" | "socketsAnAddress", { kind }: Principal): LiveError {
    const most = this.#limits[full];
    if (full === "sockets") {
      const words = `This workspace has ${most} connections open, as many as it may. Try again in a while.`;
      return new LiveError("unavailable", words);
    }
    const whose = { member: "person", key: "program", visitor: "address" }[kind];
    return new LiveError("too_many_sockets", `At most ${most} connections for one ${whose}: close one.`);
  }

  #members(wanted: (member: Member) => boolean): Member[] {
    return [...this.#room.members.values()].filter(wanted);
  }
}

function isSocket({ outlet }: Member): boolean {
  return outlet instanceof SocketOutlet;
}
