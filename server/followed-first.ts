import type { FoundKeys } from "../core/keys/found-keys";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";
import { within } from "./within";

/** Keys that a panel of what one follows shows at most. */
const SHOWN = 50;
/** How long a page waits for them, in milliseconds; without an answer it asks by itself. */
const DEADLINE = 150;

/** The first of the keys that a person follows, and how many there are; null where the object does not say in time. */
export async function followedFirst({
  env,
  workspaceId,
  principal,
}: Pick<WorkspaceAccess, "principal"> & { env: Env; workspaceId: string }): Promise<FoundKeys | null> {
  const question = { asked: "", sort: "name", from: 0, count: SHOWN, followed: true } as const;
  const found = await within(DEADLINE, liveObject(env, workspaceId).findKeys(principal, question));
  return found.ok ? found.value : null;
}
