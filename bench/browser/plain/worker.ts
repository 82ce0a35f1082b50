import { DurableObject } from "cloudflare:workers";
import { POINTS } from "../board";

interface PlainEnv {
  readonly ROOM: DurableObjectNamespace<Room>;
}

type Point = readonly [at: number, value: number];

/** Holds what it is pushed, answers what it is asked, and tells every open socket which keys have changed. */
export class Room extends DurableObject<PlainEnv> {
  readonly #points = new Map<string, Point[]>();
  readonly #sockets = new Set<WebSocket>();

  override async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/notices") return this.#accept();
    if (pathname === "/push") return this.#push((await request.json<{ values: Record<string, number> }>()).values);
    if (pathname === "/past") return this.#past(await request.json<Record<string, Point[]>>());
    if (pathname === "/points") return Response.json(this.#points.get(searchParams.get("key") ?? "") ?? []);
    return this.#values((searchParams.get("keys") ?? "").split(","));
  }

  #accept(): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    this.#sockets.add(server);
    server.addEventListener("close", () => this.#sockets.delete(server));
    return new Response(null, { status: 101, webSocket: client });
  }

  #push(values: Record<string, number>): Response {
    const at = Date.now();
    for (const [key, value] of Object.entries(values)) {
      this.#points.set(key, [...(this.#points.get(key) ?? []), [at, value] as const].slice(-POINTS));
    }
    for (const socket of this.#sockets) socket.send(JSON.stringify({ changed: Object.keys(values) }));
    return new Response(null, { status: 204 });
  }

  #past(past: Record<string, Point[]>): Response {
    for (const [key, points] of Object.entries(past)) this.#points.set(key, points.slice(-POINTS));
    return new Response(null, { status: 204 });
  }

  #values(keys: readonly string[]): Response {
    const last = keys.flatMap((key) => {
      const [at, value] = this.#points.get(key)?.at(-1) ?? [];
      return at === undefined ? [] : [{ key, at, value }];
    });
    return Response.json(last);
  }
}

export default {
  fetch(request, env) {
    if (new URL(request.url).pathname === "/healthz") return new Response("ok\n");
    return env.ROOM.getByName("room").fetch(request);
  },
} satisfies ExportedHandler<PlainEnv>;
