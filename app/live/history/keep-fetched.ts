import { type Query, type QueryClient, QueryObserver } from "@tanstack/react-query";
import type { Point } from "../../../core/protocol/parts";
import type { TimeRange } from "../../../core/range/time-range";
import { cacheKeys } from "../cache-keys";
import { type Asked, askedBounds, askedText, REFRESH } from "./asked-range";
import type { HistoryLoader } from "./history-loader";

/** Everything before is flushed, so what was fetched so long (milliseconds) after its range was over is all there is. */
const SETTLED = 2 * 60_000;
/** A range that could not be fetched is asked for again after so many milliseconds. */
const AGAIN = 30_000;

type HistoryQuery = Query<readonly Point[]>;

/** Fetches what is asked for into the cache, again where it grows old or failed, and keeps it there until it is called off. */
export function keepFetched(
  queryClient: QueryClient,
  loader: HistoryLoader,
  { workspaceId, keys, range, most, isHeld, now }: Asked,
): () => void {
  const stops = keys.map((key) =>
    new QueryObserver<readonly Point[]>(queryClient, {
      queryKey: cacheKeys.history(workspaceId, key, askedText(range), most),
      queryFn: ({ client, queryKey }) => {
        const query = { ...askedBounds(range, now()), most };
        return loader.load(key, query, client.getQueryData(queryKey) === undefined);
      },
      structuralSharing: false,
      staleTime: (query) => staleTime(query, range),
      // What stands still is not brought up to date meanwhile; another range is fetched all the same.
      refetchInterval: (query) => (isHeld ? false : interval(query, range)),
    }).subscribe(() => {}),
  );
  return () => {
    for (const stop of stops) stop();
  };
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
