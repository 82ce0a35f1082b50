import { useQueryClient } from "@tanstack/react-query";
import { use, useCallback } from "react";
import { cacheKeys } from "./cache-keys";
import { FirstPaintContext } from "./first-paint";
import { useLiveClient } from "./live-context";
import { usePainted } from "./paint/use-painted";
import { useStill } from "./use-still";

/**
 * The server's time in milliseconds since 1970, moving each `everyMs` (whole seconds), from one ticker for all. On the
 * server and while hydrating it is the first paint's, so that ages read the same in both. While the screen is held it
 * stands still with everything else.
 */
export function useNow(everyMs = 1_000): number {
  const { clock, workspaceId } = useLiveClient();
  const present = useQueryClient();
  const first = use(FirstPaintContext);
  const still = useStill();
  const read = useCallback(
    () => Math.floor((still?.at ?? clock.current()) / everyMs) * everyMs,
    [clock, everyMs, still],
  );
  const readPaint = useCallback(() => {
    const painted = (first?.from(present) ?? present).getQueryData<number>(cacheKeys.painted(workspaceId));
    return Math.floor((painted ?? clock.current()) / everyMs) * everyMs;
  }, [first, present, workspaceId, clock, everyMs]);
  return usePainted(clock.subscribe, read, readPaint, "time");
}
