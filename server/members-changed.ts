import { liveObject } from "./live-object";
import { log } from "./log";

/**
 * Tells the workspace's object that these people have another place there, or none: it closes their sockets, and they
 * come back with what they may now. An object that cannot be reached is logged and keeps nobody in: D1 has settled what
 * the next request of theirs may do.
 */
export async function tellMembersChanged(env: Env, workspaceId: string, userIds: string[]): Promise<void> {
  try {
    await liveObject(env, workspaceId).membersChanged(userIds);
  } catch (error) {
    log.error("members_changed_unheard", { workspaceId, error });
  }
}
