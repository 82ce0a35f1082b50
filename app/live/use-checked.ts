import { skipToken, useQuery } from "@tanstack/react-query";
import { cacheKeys, liveOptions } from "./cache-keys";
import { useLiveClient } from "./live-context";
import type { Checked } from "./live-value";

const never: Checked = { checkedAt: null, dueAt: null };

/** When a source was last looked at with success and when it is asked again. Moves with every beat, about each 5 s. */
export function useChecked(slug: string): Checked {
  const { workspaceId } = useLiveClient();
  const { data } = useQuery<Checked>({
    queryKey: cacheKeys.checked(workspaceId, slug),
    queryFn: skipToken,
    structuralSharing: false,
    ...liveOptions,
  });
  return data ?? never;
}
