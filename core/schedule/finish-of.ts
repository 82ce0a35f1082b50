import type { Refresh } from "../sources/reading";
import type { Finish } from "./schedule";

/** What of a refresh the schedule goes by. */
export function finishOf(refresh: Refresh, at: number): Finish {
  if (refresh.ok) return { ok: true, at };
  const { failure, retryAfter } = refresh;
  return { ok: false, at, timedOut: failure.code === "timeout", ...(retryAfter === undefined ? {} : { retryAfter }) };
}
