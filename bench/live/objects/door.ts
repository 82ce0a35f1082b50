import type { Principal } from "../../../core/live-object";
import { PRINCIPAL_HEADER } from "../../../workers/do/socket-attachment";

export interface DoorEnv {
  readonly ROOM: DurableObjectNamespace;
}

/**
 * The Worker before each of the objects: who calls is settled, and handed on as workers/live.ts does it. It is the same
 * for all of them, so that none pays more for its callers than another.
 */
export const door = {
  fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/healthz") return new Response("ok\n");
    const headers = new Headers({ [PRINCIPAL_HEADER]: JSON.stringify(reader(searchParams.get("reader") ?? "")) });
    const upgrade = request.headers.get("Upgrade");
    if (upgrade) headers.set("Upgrade", upgrade);
    const { method, body } = request;
    return env.ROOM.getByName("w-bench").fetch(new Request(request.url, { method, body, headers }));
  },
} satisfies ExportedHandler<DoorEnv>;

/** Everybody is somebody else: no limit a person is met. */
function reader(id: string): Principal {
  const session = { sessionId: `s-${id}`, sessionEnds: 4_000_000_000_000 };
  return { kind: "member", userId: `u-${id}`, name: `Reader ${id}`, role: "viewer", ...session };
}
