import type { BatchItem } from "drizzle-orm/batch";
import { openDatabase } from "../../db/database";
import { insertBoard, listBoards } from "../../db/queries/boards";
import { listSources, sourceRow } from "../../db/queries/sources";
import { liveObject } from "../live-object";
import { log } from "../log";
import { planOf } from "./plan";
import type { Answers, PlannedSource, Template } from "./template";

const TRIES = 3;

/**
 * Makes a template's sources and its board, all or nothing, and wakes the object. Gives the board's slug; null where a
 * secret is to be kept and the server has no key to seal it with.
 */
export async function applyTemplate(env: Env, workspaceId: string, template: Template, answers: Answers) {
  const board = await insert(env, workspaceId, template, answers);
  if (board === null) return null;
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
async function insert(env: Env, workspaceId: string, template: Template, answers: Answers): Promise<string | null> {
  const db = openDatabase(env.DB);
  for (let left = TRIES; ; left--) {
    const [sources, boards] = await Promise.all([listSources(db, workspaceId), listBoards(db, workspaceId)]);
    const taken = { sources: slugs(sources), boards: slugs(boards) };
    const plan = planOf(template, answers, taken);
    const now = new Date();
    const kept = await Promise.all(plan.sources.map((source) => sealed(env, workspaceId, source)));
    const made = kept.filter((source) => source !== null);
    if (made.length < kept.length) return null;
    const rows: [BatchItem<"sqlite">, ...BatchItem<"sqlite">[]] = [
      insertBoard(db, workspaceId, { id: crypto.randomUUID(), ...plan.board, now }),
      ...made.map((source) => sourceRow(db, workspaceId, { ...source, now })),
    ];
    try {
      await db.batch(rows);
      return plan.board.slug;
    } catch (error) {
      if (left === 1 || !isTaken(error)) throw error;
    }
  }
}

/** The source as it may be kept: what was typed as a secret is sealed for it. Null where that cannot be done. */
async function sealed(env: Env, workspaceId: string, source: PlannedSource) {
  const id = crypto.randomUUID();
  const answer = await liveObject(env, workspaceId).sealed(id, source.settings);
  return answer.ok ? { ...source, id, settings: answer.settings } : null;
}

function slugs(rows: readonly { slug: string }[]): Set<string> {
  return new Set(rows.map(({ slug }) => slug));
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && (error.message.includes("UNIQUE constraint failed") || isTaken(error.cause));
}
