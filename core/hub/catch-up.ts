import type { Cursor } from "../protocol/cursor";
import { formatCursor } from "../protocol/cursor";
import type { DataUpdateFrame } from "../protocol/data-update";
import type { StoreChanges } from "../store/changes-since";
import { encode } from "./hub";
import type { Questions } from "./questions";
import type { Subscriber } from "./subscriber";

/**
 * Brings a reader that is behind, and has room, up to date in one step. False where only a fresh start can tell: more was
 * removed meanwhile than tombstones are kept.
 */
export function catchUp({ readable, patterns, outbox }: Subscriber, to: Cursor, questions: Questions): boolean {
  if (outbox.behind === null) return true;
  const { cursor, since } = outbox.behind;
  const changes = questions.storeChanges(readable, [...patterns], cursor);
  if (changes.full) return false;
  const step = catchUpStep(cursor, to, since, changes);
  outbox.catchUp(step && encode(step), to.seq);
  return true;
}

/**
 * One step from where a reader stood to where the store is: whole values, since nobody kept the ones between; null where
 * nothing of it is this reader's. Its time is that of the oldest value in it: no source is said to have been looked at
 * later than it was.
 */
function catchUpStep(from: Cursor, to: Cursor, since: number, changes: StoreChanges): DataUpdateFrame | null {
  const { values, tails = [], removed } = changes;
  if (values.length + tails.length + removed.length === 0) return null;
  const times = [...values, ...tails].map(({ at }) => at);
  return {
    type: "data_update",
    from: formatCursor(from),
    cursor: formatCursor(to),
    timestamp: times.length > 0 ? Math.min(...times) : since,
    updates: [...values, ...tails, ...removed.map((key) => ({ key, removed: true as const }))],
  };
}
