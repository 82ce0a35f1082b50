import type { KeyLog } from "../core/keys/key-log";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";

/** The last changes of a key; null where there is no such key for this reader. */
export function keyLogOf(
  env: Env,
  { workspace, principal }: Pick<WorkspaceAccess, "workspace" | "principal">,
  key: string,
): Promise<KeyLog | null> {
  return liveObject(env, workspace.id).logOf(principal, key);
}
