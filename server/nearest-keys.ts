import { MOST_FOUND } from "../core/keys/found-keys";
import { nearest } from "../core/keys/nearest";
import type { WorkspaceAccess } from "./contexts";
import { findKeys } from "./find-keys";

/** Names that are offered in place of one that is not there. */
const MOST = 5;

/** The keys whose names are closest to one that is not there: of the same branch, or of all where that is empty. */
export async function nearestKeys(
  env: Env,
  access: Pick<WorkspaceAccess, "workspace" | "principal">,
  key: string,
): Promise<string[]> {
  const parent = key.split(".").slice(0, -1);
  for (const asked of [...parent.map((_, i) => `${parent.slice(0, parent.length - i).join(".")}.*`), ""]) {
    const { keys } = await findKeys(env, access, { asked, sort: "name", from: 0, count: MOST_FOUND });
    if (keys.length > 0)
      return nearest(
        key,
        keys.map((one) => one.key),
        MOST,
      );
  }
  return [];
}
