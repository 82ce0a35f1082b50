import { LiveError } from "../core/errors";
import { SUBPROTOCOL } from "../core/protocol/version";
import { log } from "../server/log";
import { readPrincipal } from "../server/read-principal";
import { PRINCIPAL_HEADER } from "./do/socket-attachment";

/**
 * `/live/:workspace`: settles who calls before anything is upgraded, then hands the socket to the workspace's object.
 * The object believes the principal header; so every header of the client but the handshake's own is dropped here.
 */
export async function handleLive(request: Request, env: Env): Promise<Response> {
  const slug = /^\/live\/([A-Za-z0-9_-]+)$/.exec(new URL(request.url).pathname)?.[1];
  try {
    if (slug === undefined) throw new LiveError("not_found");
    const caller = await readPrincipal(request, env, slug);
    if (caller instanceof LiveError) throw caller;
    requireUpgrade(request);
    const { workspaceId, principal } = caller;
    const headers = new Headers({ Upgrade: "websocket", [PRINCIPAL_HEADER]: JSON.stringify(principal) });
    return await env.DASHBOARD.getByName(workspaceId).fetch(new Request(request.url, { headers }));
  } catch (error) {
    return refusal(error);
  }
}

function requireUpgrade(request: Request): void {
  const offered = (request.headers.get("Sec-WebSocket-Protocol") ?? "").split(",").map((name) => name.trim());
  const isUpgrade = request.headers.get("Upgrade")?.toLowerCase() === "websocket";
  if (!isUpgrade || !offered.includes(SUBPROTOCOL)) throw new LiveError("upgrade_required");
}

/** RFC 9457. What is not one of our own errors is a defect: logged in full, told in one sentence. */
function refusal(error: unknown): Response {
  const known = error instanceof LiveError ? error : new LiveError("unavailable");
  if (known !== error) log.error("live_defect", { error });
  return Response.json(
    { title: known.message, status: known.status, code: known.code, retry: known.retry },
    { status: known.status, headers: { "Content-Type": "application/problem+json" } },
  );
}
