import { LiveError } from "../../core/errors";
import { type Limits, SILENT_FOR } from "../../core/hub/limits";
import type { Member, Room } from "../../core/hub/room";
import type { Principal } from "../../core/live-object";
import { SUBPROTOCOL } from "../../core/protocol/version";
import { problem } from "../problem";
import {
  PRINCIPAL_HEADER,
  principal as principalSchema,
  type SocketAttachment,
  socketAttachment,
} from "./socket-attachment";
import { SocketOutlet } from "./socket-outlet";

/** Tags are set at accept only (at most 10 of 256 characters): they find the sockets of a session or a person. */
const SESSION_TAG = "s:";
const USER_TAG = "u:";

/** The object's hibernating sockets, each with its member of the room. */
export class Sockets {
  readonly #ctx: DurableObjectState;
  readonly #room: Room;
  readonly #limits: Limits;
  readonly #members = new WeakMap<WebSocket, Member>();

  constructor(ctx: DurableObjectState, room: Room, limits: Limits) {
    this.#ctx = ctx;
    this.#room = room;
    this.#limits = limits;
  }

  /** Takes a socket that the Worker has let through. Throws only on a defect: the principal comes from our own Worker. */
  accept(request: Request, now: number): Response {
    const principal = principalSchema.parse(JSON.parse(request.headers.get(PRINCIPAL_HEADER) ?? "null"));
    if (this.#refuses(principal)) this.reap(now);
    const refusal = this.#refuses(principal);
    if (refusal !== null) return this.#full(refusal);
    const { 0: client, 1: server } = new WebSocketPair();
    const id = crypto.randomUUID();
    this.#ctx.acceptWebSocket(server, tagsOf(principal));
    const member = this.#room.admit(id, principal, new SocketOutlet(server));
    this.#members.set(server, member);
    this.remember(member);
    this.#room.welcome(member);
    return new Response(null, { status: 101, webSocket: client, headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL } });
  }

  /** After a wake: the sockets that slept with the object are members again, with what they had asked for. */
  wake(): void {
    for (const socket of this.#ctx.getWebSockets()) {
      const attachment = attachmentOf(socket);
      if (!attachment || socket.readyState !== WebSocket.OPEN) continue;
      const { id, principal, epoch, patterns, behind = null, unfinished } = attachment;
      const member = this.#room.admit(id, principal, new SocketOutlet(socket), { patterns, behind });
      this.#members.set(socket, member);
      if (epoch !== this.#room.epoch) this.#room.dismiss(member, "epoch_changed", "another epoch");
      // The rest of its answer went with the memory: it comes back and asks again.
      else if (unfinished) this.#room.dismiss(member, "restarting", "an answer was cut off");
    }
  }

  memberOf(socket: WebSocket): Member | undefined {
    const member = this.#members.get(socket) ?? this.#room.members.get(attachmentOf(socket)?.id ?? "");
    return member && this.#room.members.get(member.id);
  }

  forget(socket: WebSocket): void {
    const member = this.memberOf(socket);
    if (member) this.#room.leave(member.id);
  }

  /** Keeps what a member asked for, and where it stands, over hibernation. */
  remember(member: Member): void {
    const { id, principal, patterns, outbox, requests } = member;
    if (!(member.outlet instanceof SocketOutlet)) return;
    const attachment: SocketAttachment = {
      id,
      principal,
      epoch: this.#room.epoch,
      patterns: [...patterns],
      ...(outbox.behind ? { behind: outbox.behind } : {}),
      ...(outbox.behind && !requests.idle ? { unfinished: true } : {}),
    };
    member.outlet.socket.serializeAttachment(attachment);
  }

  ofSessions(ids: readonly string[]): Member[] {
    return ids.flatMap((id) => this.#tagged(SESSION_TAG + id));
  }

  ofUsers(ids: readonly string[]): Member[] {
    return ids.flatMap((id) => this.#tagged(USER_TAG + id));
  }

  /** Closes sockets that nobody is at the other end of: no ping, which the runtime notes, and nothing else, for too long. */
  reap(now: number): void {
    for (const socket of this.#ctx.getWebSockets()) {
      const member = this.memberOf(socket);
      const pinged = this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
      if (member && Math.max(member.heardAt, pinged) + SILENT_FOR < now) this.#room.dismiss(member, "silent", "silent");
    }
  }

  #tagged(tag: string): Member[] {
    const found = this.#ctx.getWebSockets(tag).map((socket) => this.memberOf(socket));
    return found.filter((member) => member !== undefined);
  }

  /** A person can close another page; where the workspace is full, there is nothing but to wait. */
  #full(refusal: "sockets" | "socketsAUser" | "socketsAnAddress"): Response {
    const most = this.#limits[refusal];
    if (refusal === "sockets") {
      const words = `This workspace has ${most} connections open, as many as it may. Try again in a while.`;
      return problem(new LiveError("unavailable", words), 30);
    }
    const whose = refusal === "socketsAUser" ? "person" : "address";
    return problem(new LiveError("too_many_sockets", `At most ${most} connections for one ${whose}: close one.`));
  }

  #refuses(principal: Principal): "sockets" | "socketsAUser" | "socketsAnAddress" | null {
    const { sockets, socketsAUser, socketsAnAddress } = this.#limits;
    if (this.#ctx.getWebSockets().length >= sockets) return "sockets";
    const own = this.#ctx.getWebSockets(ownerTag(principal)).length;
    if (principal.kind === "visitor") return own >= socketsAnAddress ? "socketsAnAddress" : null;
    return own >= socketsAUser ? "socketsAUser" : null;
  }
}

function attachmentOf(socket: WebSocket) {
  return socketAttachment.safeParse(socket.deserializeAttachment()).data;
}

function tagsOf(principal: Principal): string[] {
  return principal.kind === "member" ? [SESSION_TAG + principal.sessionId, ownerTag(principal)] : [ownerTag(principal)];
}

/** The tag by which connections are counted: a person's, a key's, or for visitors an address's. */
function ownerTag(principal: Principal): string {
  switch (principal.kind) {
    case "member":
      return USER_TAG + principal.userId;
    case "key":
      return `k:${principal.keyId}`;
    case "visitor":
      return `v:${principal.address}`;
  }
}
