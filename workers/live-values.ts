import { readEnv } from "../server/env";
import { liveObject } from "../server/live-object";
import { liveCaller } from "./live-caller";
import { questionOf } from "./live-question";

/** `GET /live/:workspace/values`: what changed since a cursor, for those who ask again and again. */
export async function liveValues(request: Request, env: Env, workspace: string): Promise<Response> {
  const { workspaceId, principal } = await liveCaller(request, env, workspace);
  const { keys, since } = questionOf(new URL(request.url), readEnv(env).limits, null);
  // Who asks what changed since is there to stay: the sources are read as for any reader.
  const changes = await liveObject(env, workspaceId).changesSince(principal, keys, since, since !== null);
  const headers = { ...HEADERS, ETag: `"${changes.cursor}"` };
  if (names(request.headers.get("If-None-Match"), changes.cursor)) return new Response(null, { status: 304, headers });
  return Response.json(changes, { headers });
}

const HEADERS = {
  "Cache-Control": "private, no-cache",
  // Of two people who use one browser, neither is shown what the other was told.
  Vary: "Authorization, Cookie",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Whether If-None-Match names this tag: a list, compared weakly (RFC 9110), since whoever compresses weakens tags. */
function names(list: string | null, tag: string): boolean {
  if (list === null) return false;
  return list.split(",").some((one) => [`"${tag}"`, `W/"${tag}"`, "*"].includes(one.trim()));
}
