import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Point } from "../../../core/protocol/parts";
import { cacheKeys } from "../../live/cache-keys";
import { isRecent } from "../../live/history/asked-range";
import { Joins } from "../../live/history/joins";
import { useHistory } from "../../live/history/use-history";
import { useLiveClient } from "../../live/live-context";
import { useEntries } from "../../live/use-entry";
import { useBoardRange } from "../range/range-context";
import { useMost } from "../range/use-most";
import { useSame } from "./use-same";

const none: readonly Point[] = [];

/**
 * The points of several series in the window that the board shows, in their order, oldest first: what is recorded and,
 * where the window ends now, the live tail in one line. The same array until one of them has a new point. `atMost`: of each
 * series, where the board's number of points is more than is of use.
 */
export function usePointsOf(keys: readonly string[], atMost?: number): readonly (readonly Point[])[] {
  const { range } = useBoardRange();
  const most = useMost();
  const wanted = Math.min(most, atMost ?? most);
  const past = useHistory(keys, isRecent(range) ? null : range, wanted);
  const held = useHeldPoints(keys, range.kind === "live");
  const [joins] = useState(() => new Joins());
  return useSame(keys.map((key, i) => joins.of(key, past[i] ?? none, held[i] ?? none, range)));
}

/** What the page itself holds of these series; as it is now where that does not go on. */
function useHeldPoints(keys: readonly string[], goesOn: boolean): readonly (readonly Point[])[] {
  const { workspaceId } = useLiveClient();
  const queryClient = useQueryClient();
  const found = useEntries<readonly Point[]>((goesOn ? keys : []).map((key) => cacheKeys.points(workspaceId, key)));
  if (goesOn) return found.map((data) => data ?? none);
  return keys.map((key) => queryClient.getQueryData<readonly Point[]>(cacheKeys.points(workspaceId, key)) ?? none);
}
