import type { Moment } from "../../core/freshness/freshness";
import { useLiveStatus } from "./use-live-status";
import { useNow } from "./use-now";

/** What freshness is judged by, moving each second. */
export function useMoment(): Moment {
  const now = useNow();
  const { behindSince } = useLiveStatus();
  return { now, behindSince };
}
