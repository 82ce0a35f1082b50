import type { BatchItem } from "drizzle-orm/batch";
import { openDatabase } from "../../db/database";
import { insertBoard, listBoards } from "../../db/queries/boards";
import { listSources, sourceRow } from "../../db/queries/sources";
import { liveObject } from "../live-object";
import { log } from "../log";
import { planOf } from "./plan";
import type { Answers, Template } from "./template";

const TRIES = 3;

/** Makes a template's sources and its board, all or nothing, and wakes the object. Gives the board's slug. */
export async function applyTemplate(env: Env, workspaceId: string, template: Template, answers: Answers) {
  const board = await insert(env, workspaceId, template, answers);
  try {
    const object = liveObject(env, workspaceId);
    await Promise.all([object.sourcesChanged(), object.boardsChanged()]);
  } catch (error) {
    // The rows are there: an object that is not told reads them when somebody next connects.
    log.error("template_unheard", { workspaceId, error });
  }
  return board;
}

/** Somebody may take a name in the same moment: then the plan is made anew. */
async function insert(env: Env, workspaceId: string, template: Template, answers: Answers): Promise<string> {
  const db = openDatabase(env.DB);
  for (let left = TRIES; ; left--) {
    const [sources, boards] = await Promise.all([listSources(db, workspaceId), listBoards(db, workspaceId)]);
    const taken = { sources: slugs(sources), boards: slugs(boards) };
    const plan = planOf(template, answers, taken);
    const now = new Date();
    const rows: [BatchItem<"sqlite">, ...BatchItem<"sqlite">[]] = [
      insertBoard(db, workspaceId, { id: crypto.randomUUID(), ...plan.board, now }),
      ...plan.sources.map((source) => sourceRow(db, workspaceId, { ...source, id: crypto.randomUUID(), now })),
    ];
    try {
      await db.batch(rows);
      return plan.board.slug;
    } catch (error) {
      if (left === 1 || !isTaken(error)) throw error;
    }
  }
}

function slugs(rows: readonly { slug: string }[]): Set<string> {
  return new Set(rows.map(({ slug }) => slug));
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && (error.message.includes("UNIQUE constraint failed") || isTaken(error.cause));
}
