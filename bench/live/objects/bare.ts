import { DurableObject } from "cloudflare:workers";
import * as v from "valibot";
import { PRINCIPAL_HEADER, principal } from "../../../workers/do/socket-attachment";
import { door } from "./door";
import { pushSocket } from "./push-socket";

/**
 * The floor: sockets hibernate, and a ready text goes to all of them, or to those with one tag. It knows nothing of what
 * it sends, keeps nothing but the last text, and catches nobody up.
 */
export class Bare extends DurableObject {
  #last = "";

  override async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/push" && request.method === "POST") return this.#posted(await request.text());
    if (pathname === "/push") return pushSocket((text) => this.#push(text));
    v.parse(principal, JSON.parse(request.headers.get(PRINCIPAL_HEADER) ?? "null"));
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, searchParams.getAll("tag"));
    if (this.#last !== "") server.send(this.#last);
    return new Response(null, { status: 101, webSocket: client });
  }

  #posted(text: string): Response {
    this.#push(text);
    return new Response(null, { status: 204 });
  }

  /** Its first line is the tag, empty for everybody; the rest is what they get. */
  #push(text: string): void {
    const end = text.indexOf("\n");
    const ready = text.slice(end + 1);
    this.#last = ready;
    const sockets = end === 0 ? this.ctx.getWebSockets() : this.ctx.getWebSockets(text.slice(0, end));
    for (const socket of sockets) socket.send(ready);
  }
}

export default door;
