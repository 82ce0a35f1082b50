import type { Block } from "../history/block";
import type { Drafts } from "./drafts";
import type { Page } from "./page";
import { isOver } from "./record";

/**
 * Finished minutes that a page carries at most. While the history cannot be reached they would lengthen the page's row
 * with every minute, up to the platform's 2 MB, where commits begin to fail; so older ones get rows of their own.
 */
export const MAX_WAITING = 15;

/** The page with at most MAX_WAITING finished minutes; what is over that is moved to another page. */
export function overflow(page: Page, drafts: Drafts, now: number): Page {
  const finished = page.blocks.filter((block) => isOver(block, now));
  if (finished.length <= MAX_WAITING) return page;
  drafts.overflow(page, finished);
  return {
    ...page,
    blocks: page.blocks.filter((block) => !finished.includes(block)),
    droppedSeq: Math.max(page.droppedSeq, lastSeq(finished)),
    droppedMinute: Math.max(page.droppedMinute, finished.at(-1)?.minute ?? -1),
  };
}

export function lastSeq(blocks: readonly Block[]): number {
  return blocks.at(-1)?.s.at(-1) ?? 0;
}
