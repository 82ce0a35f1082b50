import type { SourceState } from "../../../core/sources/state";
import { formatCountdown } from "./age";

/** Time left until a source is asked again, or written, where that is expected. Nobody can ask for a write that is late. */
export function dueWords(source: SourceState | undefined, dueAt: number, now: number): string {
  if (dueAt > now) return formatCountdown(dueAt - now);
  return source?.interval === null ? "overdue" : "now";
}
