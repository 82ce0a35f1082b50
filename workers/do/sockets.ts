import { LiveError } from "../../core/errors";
import { defaultLimits } from "../../core/hub/limits";
import type { Member, Room } from "../../core/hub/room";
import type { Principal } from "../../core/live-object";
import { SUBPROTOCOL } from "../../core/protocol/version";
import { problem } from "../problem";
import { PRINCIPAL_HEADER, principal as principalSchema, socketAttachment } from "./socket-attachment";
import { SocketOutlet } from "./socket-outlet";

/** Tags are set at accept only (at most 10 of 256 characters): they find the sockets of a session or a person. */
const SESSION_TAG = "s:";
const USER_TAG = "u:";

export function membersOfSessions(ctx: DurableObjectState, room: Room, ids: readonly string[]): Member[] {
  return ids.flatMap((id) => membersTagged(ctx, room, SESSION_TAG + id));
}

export function membersOfUsers(ctx: DurableObjectState, room: Room, ids: readonly string[]): Member[] {
  return ids.flatMap((id) => membersTagged(ctx, room, USER_TAG + id));
}

function membersTagged(ctx: DurableObjectState, room: Room, tag: string): Member[] {
  const found = ctx.getWebSockets(tag).map((socket) => memberOf(room, socket));
  return found.filter((member) => member !== undefined);
}

/** Takes a socket that the Worker has let through. Throws only on a defect: the principal comes from our own Worker. */
export function acceptSocket(ctx: DurableObjectState, room: Room, request: Request): Response {
  const principal = principalSchema.parse(JSON.parse(request.headers.get(PRINCIPAL_HEADER) ?? "null"));
  if (isFull(ctx, principal)) {
    return problem(new LiveError("too_many_sockets"), 30);
  }
  const { 0: client, 1: server } = new WebSocketPair();
  const id = crypto.randomUUID();
  ctx.acceptWebSocket(server, tagsOf(principal));
  server.serializeAttachment({ id, principal, patterns: [] });
  room.welcome(room.admit(id, principal, new SocketOutlet(server)));
  return new Response(null, { status: 101, webSocket: client, headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL } });
}

/** After a wake: the sockets that slept with the object are members again, with what they had asked for. */
export function wakeSockets(ctx: DurableObjectState, room: Room): void {
  for (const socket of ctx.getWebSockets()) {
    const attachment = attachmentOf(socket);
    if (!attachment || socket.readyState !== WebSocket.OPEN) continue;
    room.admit(attachment.id, attachment.principal, new SocketOutlet(socket), attachment.patterns);
  }
}

export function memberOf(room: Room, socket: WebSocket): Member | undefined {
  const id = attachmentOf(socket)?.id;
  return id === undefined ? undefined : room.members.get(id);
}

export function forget(room: Room, socket: WebSocket): void {
  const id = attachmentOf(socket)?.id;
  if (id !== undefined && room.members.has(id)) room.leave(id);
}

export function remember(ctx: DurableObjectState, member: Member): void {
  const { id, principal, patterns } = member;
  const socket = ctx.getWebSockets(tagsOf(principal)[0]).find((one) => attachmentOf(one)?.id === id);
  socket?.serializeAttachment({ id, principal, patterns: [...patterns] });
}

function attachmentOf(socket: WebSocket) {
  return socketAttachment.safeParse(socket.deserializeAttachment()).data;
}

function tagsOf(principal: Principal): string[] {
  return principal.kind === "member" ? [SESSION_TAG + principal.sessionId, ownerTag(principal)] : [ownerTag(principal)];
}

/** The tag by which connections are counted: a person's, or for visitors an address's. */
function ownerTag(principal: Principal): string {
  return principal.kind === "member" ? USER_TAG + principal.userId : `v:${principal.address}`;
}

function isFull(ctx: DurableObjectState, principal: Principal): boolean {
  const { sockets, socketsAUser, socketsAnAddress } = defaultLimits;
  const own = principal.kind === "member" ? socketsAUser : socketsAnAddress;
  return ctx.getWebSockets().length >= sockets || ctx.getWebSockets(ownerTag(principal)).length >= own;
}
