import type { BatchItem } from "drizzle-orm/batch";
import { freeSlug, slugOf } from "../core/workspaces/slug";
import { openDatabase } from "../db/database";
import { takenSlugs, workspaceRows } from "../db/queries/workspaces";
import { readEnv } from "./env";
import { liveObject } from "./live-object";
import { log } from "./log";
import { STARTER_BOARD, starterRows, teamRows } from "./starter";
import { starter, teamStart } from "./team-start";

/** For names that leave nothing an address can be made of, such as one in Chinese. */
const NAMELESS = "team";
const TRIES = 5;

/**
 * Makes a workspace with its owner and what it starts out with, all in one D1 transaction, and wakes its object.
 *
 * @returns the path to open: the board of this machine, or the templates where the server reads no machine
 */
export async function makeWorkspace(env: Env, made: { name: string; ownerId: string; now: Date }): Promise<string> {
  const { machineUrl } = readEnv(env);
  const id = crypto.randomUUID();
  const slug = await insert(env, { ...made, id }, machineUrl !== undefined);
  await wake(env, { id, name: made.name });
  return machineUrl === undefined ? `/w/${slug}/templates?first` : `/w/${slug}/b/${STARTER_BOARD}`;
}

/** Two people may choose one name in the same moment: the loser of the unique index takes the next free slug. */
async function insert(env: Env, made: { id: string; name: string; ownerId: string; now: Date }, hasMachine: boolean) {
  const db = openDatabase(env.DB);
  const base = slugOf(made.name) ?? NAMELESS;
  for (let left = TRIES; ; left--) {
    const slug = freeSlug(base, await takenSlugs(db, base));
    const rows: [BatchItem<"sqlite">, ...BatchItem<"sqlite">[]] = [
      ...workspaceRows(db, { ...made, slug, memberId: crypto.randomUUID() }),
      ...teamRows(db, made.id, made.now),
      ...(hasMachine ? starterRows(db, made.id, made.now) : []),
    ];
    try {
      await db.batch(rows);
      return slug;
    } catch (error) {
      if (left === 1 || !isTakenSlug(error)) throw error;
    }
  }
}

function isTakenSlug(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes("UNIQUE constraint failed: organization.slug") || isTakenSlug(error.cause);
}

/** The rows are there whatever comes of this: an object that is not told reads them when the first viewer connects. */
async function wake(env: Env, { id, name }: { id: string; name: string }): Promise<void> {
  try {
    const object = liveObject(env, id);
    await object.sourcesChanged();
    const written = await object.write(starter, teamStart(name));
    if (!written.ok) log.error("team_board_left_empty", { workspaceId: id, code: written.code });
  } catch (error) {
    log.error("sources_changed_unheard", { workspaceId: id, error });
  }
}
