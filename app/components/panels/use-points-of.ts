import { skipToken, type UseQueryOptions, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { Point } from "../../../core/protocol/parts";
import { cacheKeys, liveOptions } from "../../live/cache-keys";
import { useLiveClient } from "../../live/live-context";

const none: readonly Point[] = [];

/** usePoints for several series, in their order; the same array until one of them has a new point. */
export function usePointsOf(keys: readonly string[]): readonly (readonly Point[])[] {
  const { workspaceId } = useLiveClient();
  const found = useQueries({
    queries: keys.map(
      (key): UseQueryOptions<readonly Point[]> => ({
        queryKey: cacheKeys.points(workspaceId, key),
        queryFn: skipToken,
        structuralSharing: false,
        ...liveOptions,
      }),
    ),
  });
  const points = found.map(({ data }): readonly Point[] => data ?? none);
  const [held, hold] = useState(points);
  const same = points.length === held.length && points.every((one, i) => one === held[i]);
  if (!same) hold(points);
  return same ? held : points;
}
