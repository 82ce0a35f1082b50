import { getSessionCookie } from "better-auth/cookies";
import { LiveError } from "../core/errors";
import type { Principal } from "../core/live-object";
import { openDatabase } from "../db/database";
import { findMembership } from "../db/queries/workspaces";
import { COOKIE_PREFIX } from "./auth";
import { readEnv } from "./env";
import { memberOf } from "./member-of";
import { readSession } from "./session";

/**
 * Who opens a connection to this workspace, settled before any upgrade: the error to answer with, or the member. A
 * browser sends the cookie from any page, and no preflight protects a socket, so with a cookie the Origin must be ours
 * to the letter. `workspace` is a slug or an id.
 */
export async function readPrincipal(
  request: Request,
  env: Env,
  workspace: string,
): Promise<{ workspaceId: string; principal: Principal } | LiveError> {
  if (!getSessionCookie(request, { cookiePrefix: COOKIE_PREFIX })) return new LiveError("unauthenticated");
  if (request.headers.get("Origin") !== readEnv(env).baseUrl) return new LiveError("wrong_origin");
  const session = await readSession(request.headers, env);
  if (!session) return new LiveError("unauthenticated");
  const membership = await findMembership(openDatabase(env.DB), workspace, session.user.id);
  if (!membership) return new LiveError("not_found");
  return { workspaceId: membership.workspace.id, principal: memberOf(session, membership.role) };
}
