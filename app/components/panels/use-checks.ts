import { cacheKeys } from "../../live/cache-keys";
import { useLiveClient } from "../../live/live-context";
import type { Checked } from "../../live/live-value";
import { useEntries } from "../../live/use-entry";

const never: Checked = { checkedAt: null, dueAt: null };

/** useChecked for several sources, in their order. */
export function useChecks(slugs: readonly string[]): Checked[] {
  const { workspaceId } = useLiveClient();
  const found = useEntries<Checked>(slugs.map((slug) => cacheKeys.checked(workspaceId, slug)));
  return found.map((data): Checked => data ?? never);
}
