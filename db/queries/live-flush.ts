import type { BatchItem } from "drizzle-orm/batch";
import type { FlushBatch } from "../../core/store/flush";
import type { Database } from "../database";
import { liveCursor, livePage, pointBlock } from "../schema/live";

/**
 * Writes a flush as one D1 batch (its transaction): pages, blocks, and the cursor they are true at. Whole rows replace
 * whole rows, so repeating a flush changes nothing. Throws what D1 throws; then nothing of it is written.
 */
export async function writeFlush(
  db: Database,
  workspaceId: string,
  batch: FlushBatch,
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
  ];
  await db.batch([first, ...rest]);
}
