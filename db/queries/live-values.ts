import { and, between, desc, eq, inArray, lt } from "drizzle-orm";
import * as v from "valibot";
import { type Block, block } from "../../core/history/block";
import type { Cursor } from "../../core/protocol/cursor";
import { time } from "../../core/protocol/parts";
import { storedKey } from "../../core/store/page";
import type { Database } from "../database";
import { liveCursor, livePage, pointBlock } from "../schema/live";

const flushedKeys = v.record(v.string(), storedKey);
const checkedTimes = v.record(v.string(), time);

export interface FlushedPage {
  readonly page: number;
  readonly keys: v.InferOutput<typeof flushedKeys>;
}

export interface FlushedState {
  readonly cursor: Cursor | null;
  /** Source slug → when it was last looked at with success, as of the flush. */
  readonly checked: Record<string, number>;
  readonly pages: readonly FlushedPage[];
}

/**
 * The last flush of a workspace: the cursor and, of these sources (null: all), the values it is true at. Read in one
 * batch, so that no flush falls between the two.
 */
export async function readFlushed(db: Database, workspaceId: string, slugs: string[] | null): Promise<FlushedState> {
  const ofSources = slugs === null ? undefined : inArray(livePage.slug, slugs);
  const [cursors, pages] = await db.batch([
    db.select().from(liveCursor).where(eq(liveCursor.workspaceId, workspaceId)),
    db
      .select({ page: livePage.page, body: livePage.body })
      .from(livePage)
      .where(and(eq(livePage.workspaceId, workspaceId), ofSources)),
  ]);
  const at = cursors[0];
  return {
    cursor: at ? { epoch: at.epoch, seq: at.seq } : null,
    checked: at ? v.parse(checkedTimes, JSON.parse(at.checked)) : {},
    pages: pages.map(({ page, body }) => ({ page, keys: v.parse(flushedKeys, JSON.parse(body)) })),
  };
}

/** D1 binds at most 100 parameters a query. */
const PAGES_A_QUERY = 90;

/** The flushed blocks of these pages between two minutes, both included; a page's own in the order of their times. */
export async function readBlocks(
  db: Database,
  workspaceId: string,
  pages: readonly number[],
  minutes: { from: number; to: number },
): Promise<Block[]> {
  const queries = chunks(pages, PAGES_A_QUERY).map((some) =>
    db
      .select({ body: pointBlock.body })
      .from(pointBlock)
      .where(
        and(
          eq(pointBlock.workspaceId, workspaceId),
          inArray(pointBlock.page, some),
          between(pointBlock.minute, minutes.from, minutes.to),
        ),
      )
      .orderBy(pointBlock.minute),
  );
  const answers = await Promise.all(queries);
  return answers.flat().map(({ body }) => v.parse(block, JSON.parse(body)));
}

/** The last flushed blocks of a page, at most so many, before a minute; in the order of their times. */
export async function readBlocksBefore(
  db: Database,
  workspaceId: string,
  page: number,
  minute: number,
  most: number,
): Promise<Block[]> {
  const rows = await db
    .select({ body: pointBlock.body })
    .from(pointBlock)
    .where(and(eq(pointBlock.workspaceId, workspaceId), eq(pointBlock.page, page), lt(pointBlock.minute, minute)))
    .orderBy(desc(pointBlock.minute))
    .limit(most);
  return rows.toReversed().map(({ body }) => v.parse(block, JSON.parse(body)));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
