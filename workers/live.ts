import { LiveError } from "../core/errors";
import { SUBPROTOCOL } from "../core/protocol/version";
import { PUBLIC_WORKSPACE } from "../core/public-workspace";
import { readEnv } from "../server/env";
import { log } from "../server/log";
import { networkOf } from "../server/network-of";
import { type Caller, readPrincipal } from "../server/read-principal";
import { asciiJson } from "./ascii-json";
import { RIGHTS_HEADER } from "./do/rights";
import { PRINCIPAL_HEADER } from "./do/socket-attachment";
import { problem } from "./problem";
import { turnAway } from "./turn-away";

const OTHER_VERSION = /^deltaboard\.v\d{1,9}$/;

/**
 * `/live/:workspace`: settles who calls before anything is upgraded, then hands the socket to the workspace's object.
 * The object believes the principal header; so every header of the client but the handshake's own is dropped here.
 */
export async function handleLive(request: Request, env: Env): Promise<Response> {
  const slug = /^\/live\/([A-Za-z0-9_-]+)$/.exec(new URL(request.url).pathname)?.[1];
  try {
    if (slug === undefined) throw new LiveError("not_found");
    const caller = slug === PUBLIC_WORKSPACE ? visitor(request, env) : await readPrincipal(request, env, slug);
    if (caller instanceof LiveError) throw caller;
    const spoken = subprotocolOf(request);
    // A page left open since before an update: it can be told only in the version that it speaks.
    if (spoken !== SUBPROTOCOL) return turnAway("bad_frame", "version", spoken);
    const { workspaceId, principal, rights } = caller;
    const headers = new Headers({
      Upgrade: "websocket",
      [PRINCIPAL_HEADER]: asciiJson(principal),
      [RIGHTS_HEADER]: String(rights),
    });
    const answer = await env.DASHBOARD.getByName(workspaceId).fetch(new Request(request.url, { headers }));
    // A browser does not tell its page why a handshake failed, so it is told on an open socket: here, since one that
    // never answers the close would keep the object awake.
    if (answer.status !== 429) return answer;
    const { title } = await answer.json<{ title: string }>();
    return turnAway("too_many_connections", title);
  } catch (error) {
    return refusal(error);
  }
}

/** Anybody with our own page open. No cookie counts here, so nothing of a session can leak into the public object. */
function visitor(request: Request, env: Env): Caller | LiveError {
  if (request.headers.get("Origin") !== readEnv(env).baseUrl) return new LiveError("wrong_origin");
  const address = networkOf(request.headers.get("CF-Connecting-IP") ?? "unknown");
  return { workspaceId: PUBLIC_WORKSPACE, principal: { kind: "visitor", address }, rights: 0 };
}

/** Ours if it is offered; otherwise one of another version, since the chosen one must be among those offered (RFC 6455). */
function subprotocolOf(request: Request): string {
  const offered = (request.headers.get("Sec-WebSocket-Protocol") ?? "").split(",").map((name) => name.trim());
  const isUpgrade = request.headers.get("Upgrade")?.toLowerCase() === "websocket";
  const spoken = offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : offered.find((name) => OTHER_VERSION.test(name));
  if (!isUpgrade || spoken === undefined) throw new LiveError("upgrade_required");
  return spoken;
}

/** What is not one of our own errors is a defect: logged in full, told in one sentence. */
function refusal(error: unknown): Response {
  if (error instanceof LiveError) return problem(error);
  log.error("live_defect", { error });
  return problem(new LiveError("unavailable"), 5);
}
