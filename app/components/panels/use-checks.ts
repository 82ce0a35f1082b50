import { skipToken, type UseQueryOptions, useQueries } from "@tanstack/react-query";
import { cacheKeys, liveOptions } from "../../live/cache-keys";
import { useLiveClient } from "../../live/live-context";
import type { Checked } from "../../live/live-value";

const never: Checked = { checkedAt: null, dueAt: null };

/** useChecked for several sources, in their order. */
export function useChecks(slugs: readonly string[]): Checked[] {
  const { workspaceId } = useLiveClient();
  const found = useQueries({
    queries: slugs.map(
      (slug): UseQueryOptions<Checked> => ({
        queryKey: cacheKeys.checked(workspaceId, slug),
        queryFn: skipToken,
        structuralSharing: false,
        ...liveOptions,
      }),
    ),
  });
  return found.map(({ data }): Checked => data ?? never);
}
