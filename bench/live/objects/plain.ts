import { DurableObject } from "cloudflare:workers";
import * as v from "valibot";
import { PRINCIPAL_HEADER, principal } from "../../../workers/do/socket-attachment";
import { door } from "./door";
import { pushSocket } from "./push-socket";

/**
 * What a textbook writes: values in a map, compared as JSON text, and each change sent whole to every subscriber whose
 * list has the key.
 */
export class Plain extends DurableObject {
  readonly #values = new Map<string, string>();
  readonly #subscribers = new Map<WebSocket, string[]>();

  override fetch(request: Request): Response {
    if (new URL(request.url).pathname === "/push") return pushSocket((text) => this.#push(text));
    v.parse(principal, JSON.parse(request.headers.get(PRINCIPAL_HEADER) ?? "null"));
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    server.addEventListener("message", ({ data }) => this.#subscribe(server, String(data)));
    server.addEventListener("close", () => this.#subscribers.delete(server));
    return new Response(null, { status: 101, webSocket: client });
  }

  #subscribe(socket: WebSocket, text: string): void {
    const keys = JSON.parse(text) as string[];
    this.#subscribers.set(socket, keys);
    for (const key of keys) {
      const value = this.#values.get(key);
      if (value !== undefined) socket.send(JSON.stringify({ key, value: JSON.parse(value) }));
    }
    socket.send(JSON.stringify({ subscribed: keys.length }));
  }

  #push(text: string): void {
    const { key, value } = JSON.parse(text) as { key: string; value: unknown };
    const next = JSON.stringify(value);
    if (this.#values.get(key) === next) return;
    this.#values.set(key, next);
    for (const [socket, keys] of this.#subscribers) {
      if (keys.includes(key)) socket.send(JSON.stringify({ key, value }));
    }
  }
}

export default door;
