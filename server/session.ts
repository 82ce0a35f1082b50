import { createAuth } from "./auth";
import type { Session } from "./contexts";

/** The session behind the request's cookie, looked up in D1 each time: a revoked one is over with the next request. */
export async function readSession(headers: Headers, env: Env): Promise<Session | null> {
  const found = await createAuth(env).api.getSession({ headers });
  if (!found) return null;
  const { session, user } = found;
  return { id: session.id, expiresAt: session.expiresAt, user: { id: user.id, name: user.name, email: user.email } };
}
