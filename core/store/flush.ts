import type { Cursor } from "../protocol/cursor";
import type { Page } from "./page";
import { isOver } from "./record";

/** Rows for the history: the last values a page, the points a page and minute, and the cursor all of it is true at. */
export interface FlushBatch {
  readonly cursor: Cursor;
  readonly pages: readonly { readonly page: number; readonly slug: string; readonly body: string }[];
  readonly blocks: readonly { readonly page: number; readonly minute: number; readonly body: string }[];
  /** The store's pages that the history is up to date with once this is written, each as of a commit. */
  readonly brings: readonly { readonly page: number; readonly seq: number }[];
}

/**
 * What changed since each page's last flush, of the pages that did. A block is always whole (its minute from the first row on), so writing it
 * again replaces and never doubles: a flush whose success was not heard of is simply repeated.
 */
export function flushBatch(cursor: Cursor, dirty: readonly Page[]): FlushBatch | null {
  if (dirty.length === 0) return null;
  return {
    cursor,
    pages: dirty
      .filter(({ overflowOf }) => overflowOf === undefined)
      .map(({ id, slug, keys }) => ({ page: id, slug, body: JSON.stringify(keys) })),
    blocks: dirty.flatMap((page) =>
      page.blocks
        .filter((block) => (block.s.at(-1) ?? 0) > page.flushedSeq)
        .map((block) => ({ page: page.overflowOf ?? page.id, minute: block.minute, body: JSON.stringify(block) })),
    ),
    brings: dirty.map(({ id, seq }) => ({ page: id, seq })),
  };
}

/** The page after a flush that was true at `seq`: minutes that are over and wholly in the history leave. */
export function settle(page: Page, seq: number, now: number): Page {
  const leaving = page.blocks.filter((block) => isOver(block, now) && (block.s.at(-1) ?? 0) <= seq);
  const last = leaving.at(-1);
  return {
    ...page,
    flushedSeq: Math.max(page.flushedSeq, seq),
    blocks: page.blocks.filter((block) => !leaving.includes(block)),
    droppedSeq: Math.max(page.droppedSeq, last?.s.at(-1) ?? 0),
    droppedMinute: Math.max(page.droppedMinute, last?.minute ?? 0),
  };
}
