import { and, desc, eq } from "drizzle-orm";
import type { BoardDocument } from "../../core/boards/document";
import type { Database } from "../database";
import { board } from "../schema/board";

export type Board = typeof board.$inferSelect;

/** The boards of a workspace, the last changed first. */
export function listBoards(db: Database, workspaceId: string): Promise<Board[]> {
  return db.select().from(board).where(eq(board.workspaceId, workspaceId)).orderBy(desc(board.updatedAt), board.slug);
}

export async function findBoard(db: Database, workspaceId: string, slug: string): Promise<Board | null> {
  const rows = await db
    .select()
    .from(board)
    .where(and(eq(board.workspaceId, workspaceId), eq(board.slug, slug)));
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
