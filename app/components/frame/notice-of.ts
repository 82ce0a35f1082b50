import type { LiveStatus } from "../../live/live-status";

/** Closed with these, a page goes on only if it is loaded again. */
const RELOADED = ["version", "bad_frame", "too_many_connections", "ended"];

/** What a person is asked to do for the connection; null for nothing. */
export function noticeOf({ state, reason, sessionEnds }: LiveStatus): "session ends" | "reload" | null {
  if (state === "closed" && reason !== undefined && RELOADED.includes(reason)) return "reload";
  return sessionEnds === undefined ? null : "session ends";
}
