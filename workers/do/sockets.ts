import { SILENT_FOR } from "../../core/hub/limits";
import type { Member, Room } from "../../core/hub/room";
import type { Principal } from "../../core/live-object";
import { SUBPROTOCOL } from "../../core/protocol/version";
import { readAs } from "../../core/schema/read-as";
import { ownerOf } from "./owner-of";
import { type SocketAttachment, socketAttachment } from "./socket-attachment";
import { SocketOutlet } from "./socket-outlet";

/** How often dead sockets are looked for at most, in milliseconds, while the object is awake anyway. */
const REAP_EVERY = 30_000;

/** The object's hibernating sockets, each with its member of the room. */
export class Sockets {
  readonly #ctx: DurableObjectState;
  readonly #room: Room;
  readonly #members = new WeakMap<WebSocket, Member>();
  #reapAt = 0;

  constructor(ctx: DurableObjectState, room: Room) {
    this.#ctx = ctx;
    this.#room = room;
  }

  /** Takes a socket that the Worker has let through, and that there is a place for. */
  accept(principal: Principal): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    const id = crypto.randomUUID();
    // Tags are set at accept only: they count the sockets of an owner.
    this.#ctx.acceptWebSocket(server, [ownerOf(principal)]);
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
      const { id, principal, epoch, behind = null, unfinished } = attachment;
      const member = this.#room.admit(id, principal, new SocketOutlet(socket), { ...attachment, behind });
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
    const { id, principal, patterns, places, outbox, requests, heardAt } = member;
    if (!(member.outlet instanceof SocketOutlet)) return;
    const attachment: SocketAttachment = {
      id,
      principal,
      epoch: this.#room.epoch,
      patterns: [...patterns],
      heardAt,
      ...(places.length > 0 ? { places: [...places] } : {}),
      ...(outbox.behind ? { behind: outbox.behind } : {}),
      ...(outbox.behind && !requests.idle ? { unfinished: true } : {}),
    };
    member.outlet.socket.serializeAttachment(attachment);
  }

  /** Reaps, unless that was done a moment ago. */
  look(now: number): void {
    if (now < this.#reapAt) return;
    this.#reapAt = now + REAP_EVERY;
    this.reap(now);
  }

  /** Closes sockets that nobody is at the other end of: no ping, which the runtime notes, and nothing else, for too long. */
  reap(now: number): void {
    for (const socket of this.#ctx.getWebSockets()) {
      const member = this.memberOf(socket);
      const pinged = this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
      if (member && Math.max(member.heardAt, pinged) + SILENT_FOR < now) this.#room.dismiss(member, "silent", "silent");
    }
  }
}

function attachmentOf(socket: WebSocket) {
  return readAs(socketAttachment, socket.deserializeAttachment());
}
