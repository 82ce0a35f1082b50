import type { Point } from "../../core/protocol/parts";
import { cacheKeys } from "./cache-keys";
import { useLiveClient } from "./live-context";
import { useEntry } from "./use-entry";

const none: readonly Point[] = [];

/**
 * A series' recorded past and its live tail, oldest first: [milliseconds since 1970, number | null]. null begins a
 * stretch that nothing is known about. The same array comes back until a point is added.
 */
export function usePoints(key: string): readonly Point[] {
  const { workspaceId } = useLiveClient();
  return useEntry<readonly Point[]>(cacheKeys.points(workspaceId, key)) ?? none;
}
