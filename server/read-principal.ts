import { getSessionCookie } from "better-auth/cookies";
import { LiveError } from "../core/errors";
import type { Principal } from "../core/live-object";
import { COOKIE_PREFIX } from "./auth";
import { readEnv } from "./env";
import { isFromOwnPage } from "./is-from-own-page";
import { bearerOf, keyCaller } from "./key-caller";
import { memberCaller } from "./member-caller";
import { readSession } from "./session";
import { TICKET_PARAM, ticketCaller } from "./tickets";

export interface Caller {
  readonly workspaceId: string;
  readonly principal: Principal;
  /** The version of the workspace's rights that the principal was read at. */
  readonly rights: number;
}

/**
 * Who opens a connection to this workspace, settled before any upgrade: the error to answer with, or the principal: that
 * of an API key where the request names one, whatever else it holds, since no page can send that by itself; then that of
 * a ticket; then the session's. A
 * browser sends the cookie from any page, and no preflight protects a socket, so with a cookie the Origin must be ours
 * to the letter. `workspace` is a slug or an id.
 */
export async function readPrincipal(request: Request, env: Env, workspace: string): Promise<Caller | LiveError> {
  const bearer = bearerOf(request.headers);
  if (bearer !== null) return readKey(bearer, env, workspace);
  const ticket = new URL(request.url).searchParams.get(TICKET_PARAM);
  if (ticket !== null) return ticketCaller(ticket, env, workspace);
  if (!getSessionCookie(request, { cookiePrefix: COOKIE_PREFIX })) return new LiveError("unauthenticated");
  if (!isFromOwnPage(request, readEnv(env).baseUrl)) return new LiveError("wrong_origin");
  const session = await readSession(request.headers, env);
  if (!session) return new LiveError("unauthenticated");
  return memberCaller(env, session, workspace);
}

/** A key opens its own workspace; any other is not there for it. */
async function readKey(text: string, env: Env, workspace: string): Promise<Caller | LiveError> {
  const caller = await keyCaller(text, env);
  if (caller instanceof LiveError) return caller;
  const { id, slug } = caller.workspace;
  if (workspace !== id && workspace !== slug) return new LiveError("not_found");
  return { workspaceId: id, principal: caller.principal, rights: caller.rights };
}
