import { openDatabase } from "../db/database";
import { workspacesToPoke } from "../db/queries/live-overdue";
import { liveObject } from "../server/live-object";
import { log } from "../server/log";

/** Objects that have not flushed for this long although they have a source (milliseconds) may have lost their alarm. */
const SILENT_FOR = 5 * 60_000;

/** Each minute: wakes objects that should be awake and are not heard of. One that fails does not keep the others waiting. */
export const scheduled: ExportedHandlerScheduledHandler<Env> = async (controller, env) => {
  const silentSince = new Date(controller.scheduledTime - SILENT_FOR);
  const workspaces = await workspacesToPoke(openDatabase(env.DB), silentSince);
  const poked = await Promise.allSettled(workspaces.map((id) => liveObject(env, id).poke()));
  for (const [i, result] of poked.entries()) {
    if (result.status === "rejected")
      log.error("poke_failed", { workspace: workspaces[i], cause: String(result.reason) });
  }
};
