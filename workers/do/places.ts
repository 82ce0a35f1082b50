import { LiveError } from "../../core/errors";
import type { Limits } from "../../core/hub/limits";
import type { Member, Room } from "../../core/hub/room";
import type { Principal } from "../../core/live-object";
import { problem } from "../problem";
import { ownerOf } from "./owner-of";
import { SocketOutlet } from "./socket-outlet";

/** The connections of an object, of whatever transport: whose they are, and whether there is a place for one more. */
export class Places {
  readonly #ctx: DurableObjectState;
  readonly #room: Room;
  readonly #limits: Limits;
  readonly #reap: () => void;

  /** `reap`: closes connections that nobody is at the other end of. */
  constructor(ctx: DurableObjectState, room: Room, limits: Limits, reap: () => void) {
    this.#ctx = ctx;
    this.#room = room;
    this.#limits = limits;
    this.#reap = reap;
  }

  /** The refusal of one more connection of this principal; null where there is a place. */
  refuse(principal: Principal): Response | null {
    if (this.#full(principal) !== null) this.#reap();
    const full = this.#full(principal);
    return full === null ? null : this.#refusal(full);
  }

  ofSessions(ids: readonly string[]): Member[] {
    return this.#members(({ principal }) => principal.kind === "member" && ids.includes(principal.sessionId));
  }

  ofUsers(ids: readonly string[]): Member[] {
    return this.#members(({ principal }) => principal.kind === "member" && ids.includes(principal.userId));
  }

  #full(principal: Principal): "sockets" | "socketsAUser" | "socketsAnAddress" | null {
    // A socket counts until it is closed from both ends, which those are not that nobody answers on.
    const others = this.#members(({ outlet }) => !(outlet instanceof SocketOutlet));
    if (this.#ctx.getWebSockets().length + others.length >= this.#limits.sockets) return "sockets";
    const owner = ownerOf(principal);
    const own = others.filter((member) => ownerOf(member.principal) === owner).length;
    const limit = principal.kind === "visitor" ? "socketsAnAddress" : "socketsAUser";
    return this.#ctx.getWebSockets(owner).length + own >= this.#limits[limit] ? limit : null;
  }

  /** A person can close another page; where the workspace is full, there is nothing but to wait. */
  #refusal(full: "sockets" | "socketsAUser" | "socketsAnAddress"): Response {
    const most = this.#limits[full];
    if (full === "sockets") {
      const words = `This workspace has ${most} connections open, as many as it may. Try again in a while.`;
      return problem(new LiveError("unavailable", words), 30);
    }
    const whose = full === "socketsAUser" ? "person" : "address";
    return problem(new LiveError("too_many_sockets", `At most ${most} connections for one ${whose}: close one.`));
  }

  #members(wanted: (member: Member) => boolean): Member[] {
    return [...this.#room.members.values()].filter(wanted);
  }
}
