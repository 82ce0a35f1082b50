import { type CloseReason, closeCodes } from "../core/protocol/bye";
import type { DownFrame } from "../core/protocol/down";
import { SUBPROTOCOL } from "../core/protocol/version";

/**
 * An open socket that says why there is none, and closes. A browser hides the status of a failed handshake from its
 * page, which would try again and again without a word to the person.
 */
export function turnAway(why: CloseReason, reason: string, subprotocol = SUBPROTOCOL): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  const code = closeCodes[why];
  const bye: DownFrame = { type: "bye", code, reason };
  server.accept();
  server.send(JSON.stringify(bye));
  server.close(code, reason);
  return new Response(null, { status: 101, webSocket: client, headers: { "Sec-WebSocket-Protocol": subprotocol } });
}
