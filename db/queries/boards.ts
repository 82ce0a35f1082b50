import { and, desc, eq, getTableColumns, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { BoardDocument } from "../../core/boards/document";
import type { Database } from "../database";
import { board, boardVersion } from "../schema/board";

export type Board = typeof board.$inferSelect;
export type BoardVersion = typeof boardVersion.$inferSelect;

/** The boards of a workspace, the last changed first. */
export function listBoards(db: Database, workspaceId: string): Promise<Board[]> {
  return db.select().from(board).where(ofWorkspace(workspaceId)).orderBy(desc(board.updatedAt), board.slug);
}

/** Of a list of boards: the order that people gave it, and who changed each last; empty where that is not known. */
export function listBoardsInOrder(db: Database, workspaceId: string): Promise<(Board & { changedBy: string })[]> {
  const isNow = and(eq(boardVersion.boardId, board.id), eq(boardVersion.version, board.version));
  return db
    .select({ ...getTableColumns(board), changedBy: sql<string>`coalesce(${boardVersion.savedBy}, '')` })
    .from(board)
    .leftJoin(boardVersion, isNow)
    .where(ofWorkspace(workspaceId))
    .orderBy(board.position, desc(board.updatedAt), board.slug);
}

/** Puts the boards in this order, which names all of them. */
export async function orderBoards(db: Database, workspaceId: string, slugs: readonly string[]): Promise<void> {
  const order = JSON.stringify(slugs);
  await db
    .update(board)
    .set({ position: sql`(SELECT key + 1 FROM json_each(${order}) WHERE value = ${board.slug})` })
    .where(and(ofWorkspace(workspaceId), sql`${board.slug} IN (SELECT value FROM json_each(${order}))`));
}

/** Lists a board under this name, or under none. Whether there is such a board. */
export async function fileBoard(db: Database, workspaceId: string, slug: string, folder: string): Promise<boolean> {
  const { meta } = await db
    .update(board)
    .set({ folder })
    .where(and(ofWorkspace(workspaceId), eq(board.slug, slug)));
  return meta.changes > 0;
}

/** The boards that were removed since then, the last first. */
export function listRemovedBoards(db: Database, workspaceId: string, since: Date): Promise<Board[]> {
  return db
    .select()
    .from(board)
    .where(and(eq(board.workspaceId, workspaceId), gt(board.removedAt, since)))
    .orderBy(desc(board.removedAt));
}

export async function findBoard(db: Database, workspaceId: string, slug: string): Promise<Board | null> {
  const rows = await db
    .select()
    .from(board)
    .where(and(ofWorkspace(workspaceId), eq(board.slug, slug)));
  return rows[0] ?? null;
}

export interface NewBoard {
  readonly id: string;
  readonly slug: string;
  readonly document: BoardDocument;
  readonly now: Date;
}

/** For a batch, or to be awaited by itself. A slug that the workspace already uses fails on its unique index. */
export function insertBoard(db: Database, workspaceId: string, made: NewBoard) {
  const { id, slug, document, now } = made;
  return db.insert(board).values({ id, workspaceId, slug, document, createdAt: now, updatedAt: now });
}

export interface Save {
  readonly id: string;
  /** The version that the document was made from. */
  readonly over: number;
  readonly document: BoardDocument;
  readonly savedBy: string;
  readonly now: Date;
}

/** Versions of a board that are kept, the newest. */
const VERSIONS = 100;

/**
 * Makes the document the board's next version and keeps it among the versions, unless the board has moved on since:
 * false then, and nothing is changed.
 */
export async function saveBoard(db: Database, { id, over, document, savedBy, now }: Save): Promise<boolean> {
  const isOver = and(eq(board.id, id), eq(board.version, over), isNull(board.removedAt));
  const results = await db.batch([
    // What it was when it was made is a version, too. Selected columns stand in the table's order.
    db
      .insert(boardVersion)
      .select(sql`SELECT id, version, document, '', created_at FROM board
        WHERE id = ${id} AND version = ${over} AND removed_at IS NULL`)
      .onConflictDoNothing(),
    db
      .update(board)
      .set({ document, version: over + 1, updatedAt: now })
      .where(isOver),
    // Where somebody else made this version, theirs is kept already.
    db
      .insert(boardVersion)
      .select(sql`SELECT id, version, document, ${savedBy}, ${now.getTime()} FROM board
        WHERE id = ${id} AND version = ${over + 1} AND removed_at IS NULL`)
      .onConflictDoNothing(),
    db.delete(boardVersion).where(and(eq(boardVersion.boardId, id), lt(boardVersion.version, over + 2 - VERSIONS))),
  ]);
  return results[1].meta.changes > 0;
}

/** The versions of a board that are kept, the newest first. */
export function listVersions(db: Database, boardId: string): Promise<BoardVersion[]> {
  return db.select().from(boardVersion).where(eq(boardVersion.boardId, boardId)).orderBy(desc(boardVersion.version));
}

export async function findVersion(db: Database, boardId: string, version: number): Promise<BoardVersion | null> {
  const rows = await db
    .select()
    .from(boardVersion)
    .where(and(eq(boardVersion.boardId, boardId), eq(boardVersion.version, version)));
  return rows[0] ?? null;
}

/** Whether there was one to take away. */
export async function removeBoard(db: Database, workspaceId: string, slug: string, now: Date): Promise<boolean> {
  const { meta } = await db
    .update(board)
    .set({ removedAt: now })
    .where(and(ofWorkspace(workspaceId), eq(board.slug, slug)));
  return meta.changes > 0;
}

/** Puts back the board of this slug that was removed last. False where there is none, or its slug is taken again. */
export async function putBackBoard(db: Database, workspaceId: string, slug: string): Promise<boolean> {
  const [last] = await db
    .select({ id: board.id })
    .from(board)
    .where(and(eq(board.workspaceId, workspaceId), eq(board.slug, slug), isNotNull(board.removedAt)))
    .orderBy(desc(board.removedAt))
    .limit(1);
  if (!last || (await findBoard(db, workspaceId, slug))) return false;
  await db.update(board).set({ removedAt: null }).where(eq(board.id, last.id));
  return true;
}

/** Deletes what was removed before this moment, for good; how many there were. */
export async function deleteRemovedBoards(db: Database, before: Date): Promise<number> {
  const { meta } = await db.delete(board).where(lt(board.removedAt, before));
  return meta.changes;
}

function ofWorkspace(workspaceId: string) {
  return and(eq(board.workspaceId, workspaceId), isNull(board.removedAt));
}
