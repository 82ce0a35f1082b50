import { env } from "cloudflare:workers";
import * as v from "valibot";
import type { Principal } from "../../core/live-object";
import type { Down } from "../../core/protocol/down";
import { down } from "../../core/protocol/down";
import { PRINCIPAL_HEADER } from "../do/socket-attachment";

export const owner: Extract<Principal, { kind: "member" }> = {
  kind: "member",
  userId: "u1",
  name: "Ada",
  role: "owner",
  sessionId: "s1",
  sessionEnds: 4_000_000_000_000,
};

/** A reader's end of a socket into an object: what it heard, parsed, and how it was closed. */
export interface Reader {
  readonly socket: WebSocket;
  readonly heard: Down[];
  closed: { code: number; reason: string } | null;
  /** Whether it acknowledges each frame as it comes; false makes it a slow reader. */
  acks: boolean;
  subscribe(keys: string[], since?: string): void;
  of<T extends Down["type"]>(type: T): Extract<Down, { type: T }>[];
}

/** Opens a socket straight into the object, as the Worker does after it settled who calls. */
export async function connect(workspace: string, principal: Principal = owner): Promise<Reader> {
  const headers = { Upgrade: "websocket", [PRINCIPAL_HEADER]: JSON.stringify(principal) };
  return readerOf(await env.DASHBOARD.getByName(workspace).fetch("http://object/live", { headers }));
}

/** Takes the socket of an answer to an upgrade. */
export function readerOf(response: Response): Reader {
  const socket = response.webSocket;
  if (!socket) throw new Error(`no socket: ${response.status}`);
  const heard: Down[] = [];
  const reader: Reader = {
    socket,
    heard,
    closed: null,
    acks: true,
    subscribe: (keys, since) =>
      socket.send(JSON.stringify({ type: "subscribe", id: crypto.randomUUID(), keys, ...(since ? { since } : {}) })),
    of: <T extends Down["type"]>(type: T) =>
      heard.filter((frame): frame is Extract<Down, { type: T }> => frame.type === type),
  };
  socket.addEventListener("message", (event) => {
    if (event.data === "pong") return;
    const frame = v.parse(down, JSON.parse(String(event.data)));
    heard.push(frame);
    if (reader.acks && reader.closed === null) acknowledge(socket, frame);
  });
  socket.addEventListener("close", ({ code, reason }) => {
    reader.closed = { code, reason };
  });
  socket.accept();
  return reader;
}

function acknowledge(socket: WebSocket, frame: Down): void {
  if (frame.type !== "snapshot" && frame.type !== "data_update") return;
  const part = frame.type === "snapshot" ? { part: frame.part } : {};
  socket.send(JSON.stringify({ type: "ack", cursor: frame.cursor, ...part }));
}
