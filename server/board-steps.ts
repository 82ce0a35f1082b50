import type { BoardDocument } from "../core/boards/document";
import { type Conflict, merge } from "../core/boards/merge";
import { variableProblems } from "../core/boards/variable-problems";
import { freeSlug, slugOf } from "../core/workspaces/slug";
import { openDatabase } from "../db/database";
import {
  findBoard,
  findVersion,
  insertBoard,
  listBoards,
  putBackBoard,
  removeBoard,
  saveBoard,
} from "../db/queries/boards";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";
import { log } from "./log";

const TRIES = 5;

export interface Edit {
  /** The version that the document was made from. */
  readonly over: number;
  readonly document: BoardDocument;
}

export type Saved =
  | { readonly ok: true; readonly version: number; readonly document: BoardDocument }
  /** Two people changed the same: what both would come to with mine where they differ, and how it stands. */
  | {
      readonly ok: false;
      readonly conflicts: readonly Conflict[];
      readonly merged: BoardDocument;
      readonly theirs: BoardDocument;
      readonly version: number;
    };

/**
 * Saves a board over the version that the edit was made from. What others saved since is kept: the two are merged, and
 * where they exclude each other nothing is saved and the conflict is told. null: there is no such board, or its version
 * is so old that it is not kept any more.
 */
export async function saveEdit(env: Env, access: WorkspaceAccess, slug: string, edit: Edit): Promise<Saved | null> {
  const db = openDatabase(env.DB);
  const savedBy = access.session.user.name;
  for (let tries = 0; tries < TRIES; tries++) {
    const now = await findBoard(db, access.workspace.id, slug);
    if (!now) return null;
    const base = edit.over === now.version ? now : await findVersion(db, now.id, edit.over);
    if (!base) return null;
    const { document, conflicts } = merge(base.document, edit.document, now.document);
    const clashes = [...conflicts, ...variableClashes(edit.document, document)];
    if (clashes.length > 0)
      return { ok: false, conflicts: clashes, merged: document, theirs: now.document, version: now.version };
    const save = { id: now.id, over: now.version, document, savedBy, now: new Date() };
    if (await saveBoard(db, save)) {
      await tell(env, access.workspace.id);
      return { ok: true, version: now.version + 1, document };
    }
  }
  throw new Error("a board was saved by others again and again");
}

/** One person uses a variable that another has just taken away: both changes are fine, and together they are not. */
function variableClashes(mine: BoardDocument, merged: BoardDocument): Conflict[] {
  const isNew = variableProblems(mine).length === 0 && variableProblems(merged).length > 0;
  return isNew ? [{ panel: null, members: ["variables"] }] : [];
}

/** Makes a board of a document, under the next free name. Gives its slug. */
export async function addBoard(env: Env, workspaceId: string, document: BoardDocument): Promise<string> {
  const db = openDatabase(env.DB);
  const taken = new Set((await listBoards(db, workspaceId)).map((one) => one.slug));
  const slug = freeSlug(slugOf(document.title) ?? "board", taken);
  await insertBoard(db, workspaceId, { id: crypto.randomUUID(), slug, document, now: new Date() });
  await tell(env, workspaceId);
  return slug;
}

/** Takes a board away, for a day at first. Whether there was one. */
export async function takeBoard(env: Env, workspaceId: string, slug: string): Promise<boolean> {
  return removeBoard(openDatabase(env.DB), workspaceId, slug, new Date());
}

/** Puts back the board of this slug that was taken away last. Whether there was one, and its place is free. */
export async function giveBackBoard(env: Env, workspaceId: string, slug: string): Promise<boolean> {
  return putBackBoard(openDatabase(env.DB), workspaceId, slug);
}

/** The boards are in D1 whatever comes of this: an object that is not told reads them at its next first contact. */
async function tell(env: Env, workspaceId: string): Promise<void> {
  try {
    await liveObject(env, workspaceId).boardsChanged();
  } catch (error) {
    log.error("boards_changed_unheard", { workspaceId, error });
  }
}
