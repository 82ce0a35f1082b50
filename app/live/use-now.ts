import { useCallback, useSyncExternalStore } from "react";
import { useLiveClient } from "./live-context";

/**
 * The server's time in milliseconds since 1970, moving each `everyMs` (whole seconds), from one ticker for all. On the
 * server and while hydrating it is the first paint's, so that ages read the same in both.
 */
export function useNow(everyMs = 1_000): number {
  const { clock, readPainted } = useLiveClient();
  const read = useCallback(() => Math.floor(clock.current() / everyMs) * everyMs, [clock, everyMs]);
  const readPaint = useCallback(() => Math.floor(readPainted() / everyMs) * everyMs, [readPainted, everyMs]);
  return useSyncExternalStore(clock.subscribe, read, readPaint);
}
