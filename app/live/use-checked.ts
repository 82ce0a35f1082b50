import { cacheKeys } from "./cache-keys";
import { useLiveClient } from "./live-context";
import type { Checked } from "./live-value";
import { useEntry } from "./use-entry";

const never: Checked = { checkedAt: null, dueAt: null };

/** When a source was last looked at with success and when it is asked again. Moves with every beat, about each 5 s. */
export function useChecked(slug: string): Checked {
  const { workspaceId } = useLiveClient();
  return useEntry<Checked>(cacheKeys.checked(workspaceId, slug)) ?? never;
}
