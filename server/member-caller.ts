import { LiveError } from "../core/errors";
import { openDatabase } from "../db/database";
import { findPlace } from "../db/queries/rights";
import type { Session } from "./contexts";
import { memberOf } from "./member-of";
import type { Caller } from "./read-principal";

/** Who calls by this session, to the workspace of this slug or id; or the error to answer with. */
export async function memberCaller(env: Env, session: Session, workspace: string): Promise<Caller | LiveError> {
  const by = { userId: session.user.id, sessionId: session.id };
  const place = await findPlace(openDatabase(env.DB), workspace, by);
  if (!place) return new LiveError("not_found");
  // It ended between the two looks.
  if (place.sessionEnds === null) return new LiveError("unauthenticated");
  const principal = memberOf({ ...session, expiresAt: place.sessionEnds }, place.role);
  return { workspaceId: place.workspaceId, principal, rights: place.version };
}
