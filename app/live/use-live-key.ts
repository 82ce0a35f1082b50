import { cacheKeys } from "./cache-keys";
import { useLiveClient } from "./live-context";
import type { LiveValue } from "./live-value";
import { useEntry } from "./use-entry";

/** One key as it stands; undefined while it is not there. Renders again only when this key changes. */
export function useLiveKey(key: string): LiveValue | undefined {
  const { workspaceId } = useLiveClient();
  return useEntry<LiveValue | null>(cacheKeys.live(workspaceId, key)) ?? undefined;
}
