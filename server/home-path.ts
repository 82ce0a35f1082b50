import { openDatabase } from "../db/database";
import { findBoard, listBoards } from "../db/queries/boards";
import { findMembership, listMemberships } from "../db/queries/workspaces";
import { readLastBoard } from "./last-board";

/**
 * Where a signed-in person goes from `/`: the board they opened last, else the newest one of their first workspace,
 * else that workspace, else the page that makes one.
 */
export async function homePath(request: Request, env: Env, userId: string): Promise<string> {
  return (await lastBoardPath(request, env, userId)) ?? (await firstPath(env, userId));
}

async function lastBoardPath(request: Request, env: Env, userId: string): Promise<string | null> {
  const last = readLastBoard(request);
  if (!last) return null;
  const db = openDatabase(env.DB);
  const membership = await findMembership(db, last.workspace, userId);
  if (!membership || !(await findBoard(db, membership.workspace.id, last.board))) return null;
  return `/w/${membership.workspace.slug}/b/${last.board}`;
}

async function firstPath(env: Env, userId: string): Promise<string> {
  const db = openDatabase(env.DB);
  const [first] = await listMemberships(db, userId);
  if (!first) return "/signup";
  const [board] = await listBoards(db, first.workspace.id);
  return board ? `/w/${first.workspace.slug}/b/${board.slug}` : `/w/${first.workspace.slug}`;
}
