import { Acks } from "../../app/live/acks";
import { browserTimers } from "../../app/live/clock";
import type { Down } from "../../core/protocol/down";
import { SUBPROTOCOL } from "../../core/protocol/version";
import type { Member } from "./member";
import type { ServedWorker } from "./served-worker";

/** The DOM's type knows nothing of Node's second form, which can send a cookie. */
const NodeSocket = WebSocket as unknown as new (
  url: string,
  init: { headers?: Record<string, string>; protocols?: string[] },
) => WebSocket;

/** Called with each text and the moment it came (performance.now()). */
export type Listener = (text: string, at: number) => void;

function open(url: string, init: ConstructorParameters<typeof NodeSocket>[1], listener: Listener): Promise<WebSocket> {
  const socket = new NodeSocket(url.replace("http:", "ws:"), init);
  socket.addEventListener("message", ({ data }) => listener(String(data), performance.now()));
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", () => reject(new Error(`${url} refused a socket`)));
  });
}

/** A reader of the product, once it is caught up. */
export async function openLive(
  app: ServedWorker,
  { cookie }: Member,
  keys: string[],
  listener: Listener,
): Promise<WebSocket> {
  const caughtUp = Promise.withResolvers<void>();
  const init = { headers: { Cookie: cookie, Origin: app.origin }, protocols: [SUBPROTOCOL] };
  let socket: WebSocket | undefined;
  // As the browser's half does it: a reader that acknowledges nothing is soon sent nothing.
  const acks = new Acks(browserTimers, (ack) => socket?.send(JSON.stringify(ack)));
  socket = await open(`${app.address}/live/harbour`, init, (text, at) => {
    listener(text, at);
    const frame = JSON.parse(text) as Down;
    acks.held(frame, text.length);
    if (frame.type === "snapshot" && frame.part === frame.parts) caughtUp.resolve();
  });
  socket.addEventListener("close", () => acks.stop());
  socket.send(JSON.stringify({ type: "subscribe", id: "1", keys }));
  await caughtUp.promise;
  return socket;
}

/** A reader of the bare broadcast. */
export function openBare(bare: ServedWorker, listener: Listener): Promise<WebSocket> {
  return open(`${bare.address}/socket`, {}, listener);
}
