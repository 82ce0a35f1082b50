import type { Changes } from "../../../core/live-object";
import { parseCursor } from "../../../core/protocol/cursor";
import type { DataUpdate } from "../../../core/protocol/data-update";

/**
 * What changed since a cursor as the step that a socket would have carried; null where nothing did. Its time is that of
 * the oldest value in it: no source is said to have been looked at later than it was.
 */
export function stepOf(from: string, { cursor, values, tails = [], removed, checked }: Changes): DataUpdate | null {
  if (values.length + tails.length + removed.length === 0) return null;
  const times = [...values, ...tails].map(({ at }) => at);
  const timestamp = Math.min(...(times.length > 0 ? times : [0, ...Object.values(checked)]));
  const rev = parseCursor(cursor)?.seq ?? 0;
  const gone = removed.map((key) => ({ key, rev, at: timestamp, removed: true as const }));
  return { type: "data_update", from, cursor, timestamp, updates: [...values, ...tails, ...gone] };
}
