import { LiveError } from "../core/errors";
import { PUBLIC_WORKSPACE } from "../core/public-workspace";
import { readEnv } from "../server/env";
import { isFromOwnPage } from "../server/is-from-own-page";
import { networkOf } from "../server/network-of";
import { type Caller, readPrincipal } from "../server/read-principal";
import { asciiJson } from "./ascii-json";
import { RIGHTS_HEADER } from "./do/rights";
import { PRINCIPAL_HEADER } from "./do/socket-attachment";

/** Who calls, whatever the transport. Throws the LiveError to answer with. */
export async function liveCaller(request: Request, env: Env, workspace: string): Promise<Caller> {
  const caller = workspace === PUBLIC_WORKSPACE ? visitor(request, env) : await readPrincipal(request, env, workspace);
  if (caller instanceof LiveError) throw caller;
  return caller;
}

/**
 * The request by which the Worker hands a reader to the object, which believes it: so nothing that the client sent is
 * in it, neither a header nor the address, where a ticket may stand that no log is to hold.
 */
export function handOver({ principal, rights }: Caller, path: string, headers: Record<string, string> = {}): Request {
  const own = { [PRINCIPAL_HEADER]: asciiJson(principal), [RIGHTS_HEADER]: String(rights) };
  return new Request(`https://object${path}`, { headers: { ...headers, ...own } });
}

/** Anybody with our own page open. No cookie counts here, so nothing of a session can leak into the public object. */
function visitor(request: Request, env: Env): Caller | LiveError {
  if (!isFromOwnPage(request, readEnv(env).baseUrl)) return new LiveError("wrong_origin");
  const address = networkOf(request.headers.get("CF-Connecting-IP") ?? "unknown");
  return { workspaceId: PUBLIC_WORKSPACE, principal: { kind: "visitor", address }, rights: 0 };
}
