import type { BatchItem } from "drizzle-orm/batch";
import { MINUTE } from "../../core/history/block";
import { HOUR, ROLL_UP_GRACE } from "../../core/history/resolution";
import type { Told } from "../../core/people/told";
import type { FlushBatch } from "../../core/store/flush";
import type { Database } from "../database";
import { liveCursor, livePage, pointBlock } from "../schema/live";
import { recordMessages } from "./messages";
import { reopenRollups } from "./rollups";

interface Flush extends FlushBatch {
  /** What was said since the last flush. */
  readonly told?: readonly Told[];
}

/**
 * Writes a flush as one D1 batch (its transaction): pages, blocks, and the cursor they are true at. Whole rows replace
 * whole rows, so repeating a flush changes nothing. Throws what D1 throws; then nothing of it is written.
 */
export async function writeFlush(
  db: Database,
  workspaceId: string,
  batch: Flush,
  checked: Record<string, number>,
  now: number,
): Promise<void> {
  const cursor = {
    epoch: batch.cursor.epoch,
    seq: batch.cursor.seq,
    checked: JSON.stringify(checked),
    flushedAt: new Date(now),
  };
  const first = db
    .insert(liveCursor)
    .values({ workspaceId, ...cursor })
    .onConflictDoUpdate({ target: liveCursor.workspaceId, set: cursor });
  const rest: BatchItem<"sqlite">[] = [
    ...batch.pages.map(({ page, slug, body }) =>
      db
        .insert(livePage)
        .values({ workspaceId, page, slug, body })
        .onConflictDoUpdate({ target: [livePage.workspaceId, livePage.page], set: { slug, body } }),
    ),
    ...batch.blocks.map(({ page, minute, body }) =>
      db
        .insert(pointBlock)
        .values({ workspaceId, page, minute, body })
        .onConflictDoUpdate({ target: [pointBlock.workspaceId, pointBlock.page, pointBlock.minute], set: { body } }),
    ),
    ...recordMessages(db, workspaceId, batch.told ?? []),
  ];
  const late = lateFrom(batch, now);
  if (late !== null) rest.push(reopenRollups(db, workspaceId, late));
  await db.batch([first, ...rest]);
}

/** The hour from which on points come that may have been summed up without them; null where they are in time. */
function lateFrom({ blocks }: FlushBatch, now: number): number | null {
  const oldest = Math.min(...blocks.map(({ minute }) => minute * MINUTE));
  const open = now - ROLL_UP_GRACE - ((now - ROLL_UP_GRACE) % HOUR);
  return oldest < open ? oldest - (oldest % HOUR) : null;
}
