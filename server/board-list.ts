import type { BoardDocument } from "../core/boards/document";
import { type Move, moved } from "../core/boards/moved";
import { openDatabase } from "../db/database";
import { fileBoard, findBoard, listBoardsInOrder, listRemovedBoards, orderBoards } from "../db/queries/boards";
import { addBoard } from "./board-steps";

const DAY = 86_400_000;
/** Characters of a folder's name. */
export const LONGEST_FOLDER = 40;

/** Puts a board beside another in the order of the workspace, which is the same for all. Whether both are there. */
export async function moveBoard(env: Env, workspaceId: string, move: Move): Promise<boolean> {
  const db = openDatabase(env.DB);
  const slugs = (await listBoardsInOrder(db, workspaceId)).map((one) => one.slug);
  const next = moved(slugs, move);
  if (next === slugs) return slugs.includes(move.slug) && slugs.includes(move.other);
  await orderBoards(db, workspaceId, next);
  return true;
}

/** Lists a board under a folder's name; empty: under none. Whether there is such a board. */
export function putInFolder(env: Env, workspaceId: string, slug: string, folder: string): Promise<boolean> {
  return fileBoard(openDatabase(env.DB), workspaceId, slug, folder.trim().slice(0, LONGEST_FOLDER));
}

/** A board that is the same under another name; its slug, or null where there is none to copy. */
export async function copyBoard(env: Env, workspaceId: string, slug: string): Promise<string | null> {
  const board = await findBoard(openDatabase(env.DB), workspaceId, slug);
  if (!board) return null;
  const title = `${board.document.title.slice(0, 110)} (copy)`;
  return addBoard(env, workspaceId, { ...board.document, title });
}

/** A board with nothing on it; its slug. */
export function emptyBoard(env: Env, workspaceId: string): Promise<string> {
  const document: BoardDocument = { schema: 1, title: "New board", panels: [] };
  return addBoard(env, workspaceId, document);
}

/** A board that was removed and is still kept. `isTaken`: another has its address by now, so that it cannot come back. */
export interface RemovedBoard {
  readonly slug: string;
  readonly title: string;
  readonly removedAt: number;
  readonly isTaken: boolean;
}

/** What can be put back, the last removed first: of boards that had one address, the last of them. */
export async function removedBoards(env: Env, workspaceId: string, now: number): Promise<RemovedBoard[]> {
  const db = openDatabase(env.DB);
  const [removed, there] = await Promise.all([
    listRemovedBoards(db, workspaceId, new Date(now - DAY)),
    listBoardsInOrder(db, workspaceId),
  ]);
  const taken = new Set(there.map(({ slug }) => slug));
  const newest = new Map(removed.toReversed().map((one) => [one.slug, one]));
  return removed
    .filter((one) => newest.get(one.slug) === one)
    .map(({ slug, document, removedAt }) => ({
      slug,
      title: document.title,
      removedAt: removedAt?.getTime() ?? now,
      isTaken: taken.has(slug),
    }));
}
