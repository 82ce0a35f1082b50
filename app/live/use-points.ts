import { skipToken, useQuery } from "@tanstack/react-query";
import type { Point } from "../../core/protocol/parts";
import { cacheKeys, liveOptions } from "./cache-keys";
import { useLiveClient } from "./live-context";

const none: readonly Point[] = [];

/**
 * A series' recorded past and its live tail, oldest first: [milliseconds since 1970, number | null]. null begins a
 * stretch that nothing is known about. The same array comes back until a point is added.
 */
export function usePoints(key: string): readonly Point[] {
  const { workspaceId } = useLiveClient();
  const { data } = useQuery<readonly Point[]>({
    queryKey: cacheKeys.points(workspaceId, key),
    queryFn: skipToken,
    structuralSharing: false,
    ...liveOptions,
  });
  return data ?? none;
}
