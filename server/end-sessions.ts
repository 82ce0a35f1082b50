import { openDatabase } from "../db/database";
import { listMemberships } from "../db/queries/workspaces";
import { liveObject } from "./live-object";
import { log } from "./log";

/**
 * Tells every object of the person's workspaces that these sessions are over, and waits until each has closed their
 * sockets. An object that cannot be reached is logged and does not keep anybody signed in: the page's cookie is worth
 * nothing from now on, and its socket ends with the session's own time.
 */
export async function endSessions(env: Env, userId: string, sessionIds: string[]): Promise<void> {
  const memberships = await listMemberships(openDatabase(env.DB), userId);
  await Promise.all(memberships.map(({ workspace }) => tell(env, workspace.id, sessionIds)));
}

async function tell(env: Env, workspaceId: string, sessionIds: string[]): Promise<void> {
  try {
    await liveObject(env, workspaceId).sessionsEnded(sessionIds);
  } catch (error) {
    log.error("sessions_ended_unheard", { workspaceId, error });
  }
}
