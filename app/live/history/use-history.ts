import { type Query, type UseQueryOptions, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { Point } from "../../../core/protocol/parts";
import type { TimeRange } from "../../../core/range/time-range";
import { cacheKeys } from "../cache-keys";
import { useLiveClient } from "../live-context";
import { useStill } from "../use-still";
import { askedBounds, askedText, REFRESH } from "./asked-range";
import { useHistoryLoader } from "./history-context";

/** Everything before is flushed, so what was fetched so long (milliseconds) after its range was over is all there is. */
const SETTLED = 2 * 60_000;
/** A range that could not be fetched is asked for again after so many milliseconds. */
const AGAIN = 30_000;

type HistoryQuery = Query<readonly Point[]>;

/**
 * What is recorded of these series in a range, in their order, each at most `most` points, oldest first. While another
 * range is on its way, what was known last of the series stands there; undefined: nothing yet. No range: nothing is asked.
 */
export function useHistory(
  keys: readonly string[],
  asked: TimeRange | null,
  most: number,
): readonly (readonly Point[] | undefined)[] {
  const { workspaceId, clock } = useLiveClient();
  const loader = useHistoryLoader();
  const isHeld = useStill() !== null;
  const queryOf = (key: string, range: TimeRange): UseQueryOptions<readonly Point[]> => ({
    queryKey: cacheKeys.history(workspaceId, key, askedText(range), most),
    queryFn: ({ client, queryKey }) => {
      const query = { ...askedBounds(range, clock.now()), most };
      return loader.load(key, query, client.getQueryData(queryKey) === undefined);
    },
    structuralSharing: false,
    staleTime: (query) => staleTime(query, range),
    // What stands still is not brought up to date meanwhile; another range is fetched all the same.
    refetchInterval: (query) => (isHeld ? false : interval(query, range)),
  });
  const found = useQueries({ queries: asked === null ? [] : keys.map((key) => queryOf(key, asked)) });
  const [last] = useState(() => new Map<string, readonly Point[]>());
  return found.map(({ data }, i) => {
    const key = keys[i] ?? "";
    // A note of what was last drawn: drawing the same twice notes the same.
    if (data !== undefined) last.set(key, data);
    return data ?? last.get(key);
  });
}

function staleTime(query: HistoryQuery, range: TimeRange): number {
  if (range.kind === "live") return REFRESH;
  const isSettled = query.state.dataUpdatedAt >= range.to + SETTLED;
  return isSettled ? Number.POSITIVE_INFINITY : 0;
}

function interval(query: HistoryQuery, range: TimeRange): number | false {
  if (query.state.status === "error") return AGAIN;
  return range.kind === "live" ? REFRESH : false;
}
