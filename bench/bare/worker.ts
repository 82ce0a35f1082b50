import { DurableObject } from "cloudflare:workers";
import { page } from "./page";

interface BareEnv {
  readonly ROOM: DurableObjectNamespace<Room>;
}

/** Sends what it is told to read to every open socket, as it is. Sockets hibernate, as the product's do. */
export class Room extends DurableObject<BareEnv> {
  #last = "";

  constructor(ctx: DurableObjectState, env: BareEnv) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  }

  /** A socket; or `POST /pull?from=<address>`, with `&keep=1` to write it down before anybody gets it. */
  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get("Upgrade") === "websocket") return this.#accept();
    const { searchParams } = new URL(request.url);
    const body = await (await fetch(searchParams.get("from") ?? "")).text();
    if (searchParams.get("keep") === "1") {
      this.ctx.storage.sql.exec("INSERT OR REPLACE INTO kept (id, body) VALUES (1, ?)", body);
    }
    this.#last = body;
    for (const socket of this.ctx.getWebSockets()) socket.send(body);
    return new Response(null, { status: 204 });
  }

  #accept(): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.send(this.#last);
    return new Response(null, { status: 101, webSocket: client });
  }
}

export default {
  fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === "/healthz") return new Response("ok\n");
    if (pathname === "/") return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    return env.ROOM.getByName("room").fetch(request);
  },
} satisfies ExportedHandler<BareEnv>;
