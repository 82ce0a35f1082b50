import { skipToken, useQuery } from "@tanstack/react-query";
import { cacheKeys, liveOptions } from "./cache-keys";
import { useLiveClient } from "./live-context";
import type { LiveValue } from "./live-value";

/** One key as it stands; undefined while it is not there. Renders again only when this key changes. */
export function useLiveKey(key: string): LiveValue | undefined {
  const { workspaceId } = useLiveClient();
  const { data } = useQuery<LiveValue | null>({
    queryKey: cacheKeys.live(workspaceId, key),
    queryFn: skipToken,
    ...liveOptions,
  });
  return data ?? undefined;
}
