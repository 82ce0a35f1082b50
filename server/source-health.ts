import type { SourceHealth } from "../core/live-object";
import { liveObject } from "./live-object";
import { log } from "./log";
import { within } from "./within";

/** How long a page waits for the object (milliseconds): what it shows of the schedule is worth no more. */
const DEADLINE = 300;

/** How these sources stand in the schedule; none of it where the object does not answer in time. */
export async function sourcesHealth(
  env: Env,
  workspaceId: string,
  slugs: readonly string[],
): Promise<Readonly<Record<string, SourceHealth>>> {
  const found = await within(DEADLINE, liveObject(env, workspaceId).sourcesHealth([...slugs]));
  if (found.ok) return found.value;
  log.warn("sources_without_health", { workspace: workspaceId, cause: found.cause });
  return {};
}
