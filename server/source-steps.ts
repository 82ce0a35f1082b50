import type { KeyState } from "../core/protocol/snapshot";
import { isWritten } from "../core/sources/written";
import { freeSlug } from "../core/workspaces/slug";
import { openDatabase } from "../db/database";
import {
  changeSource,
  findSource,
  insertSource,
  listSources,
  removeSource,
  restoreSource,
  type SourceChange,
} from "../db/queries/sources";
import { addBoard } from "./board-steps";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";
import { boardOfKeys } from "./templates/board-of-keys";

type Access = Pick<WorkspaceAccess, "workspace" | "principal">;

/** Bytes of values that a removal keeps for its undoing at most; a D1 row has 2 MB. */
const MOST_KEPT = 1_000_000;

/** Saves what changed of a source and has its object read it; false where there is no such source. */
export async function putSource(env: Env, { workspace }: Access, slug: string, change: SourceChange): Promise<boolean> {
  const changed = await changeSource(openDatabase(env.DB), workspace.id, slug, { ...change, now: new Date() });
  if (changed) await liveObject(env, workspace.id).sourcesChanged();
  return changed;
}

/**
 * Makes a paused copy, with secrets of its own, under the next free short name, which it returns; null where there is
 * no such source or its secrets cannot be opened.
 */
export async function duplicateSource(env: Env, { workspace }: Access, slug: string): Promise<string | null> {
  const db = openDatabase(env.DB);
  const sources = await listSources(db, workspace.id);
  const source = sources.find((one) => one.slug === slug);
  if (!source) return null;
  const id = crypto.randomUUID();
  const object = liveObject(env, workspace.id);
  const sealed = await object.sealed(id, source.settings, source.id);
  if (!sealed.ok) return null;
  const copy = freeSlug(slug, new Set(sources.map((one) => one.slug)));
  const { kind, interval, plan = null } = source;
  const made = {
    id,
    slug: copy,
    name: `${source.name} (copy)`.slice(0, 120),
    kind,
    interval,
    plan,
    settings: sealed.settings,
  };
  if (!(await insertSource(db, workspace.id, { ...made, enabled: isWritten(kind), now: new Date() }))) return null;
  await object.sourcesChanged();
  return copy;
}

/** Makes a board of the keys that a source has by now, and gives its slug. */
export async function boardOfSource(
  env: Env,
  { workspace, principal }: Access,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<string> {
  const { values } = await liveObject(env, workspace.id).changesSince(principal, [`${slug}.*`], null);
  const keys = values.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return addBoard(env, workspace.id, boardOfKeys(slug, name, keys));
}

/**
 * Removes a source; false where there is none. What people or programs wrote into it is kept for a day, to be put back.
 * The object is told in any case: it may not have been reached when the source was removed, and would ask it for ever.
 */
export async function takeSource(env: Env, { workspace, principal }: Access, slug: string): Promise<boolean> {
  const db = openDatabase(env.DB);
  const source = await findSource(db, workspace.id, slug);
  const object = liveObject(env, workspace.id);
  const isKept = source !== null && isWritten(source.kind);
  const held = isKept ? (await object.changesSince(principal, [`${slug}.*`], null)).values : null;
  const keys = held && fits(held) ? held : null;
  const removed = await removeSource(db, workspace.id, slug, { now: new Date(), keys });
  await object.sourcesChanged();
  return removed;
}

/** Undoes that, as long as it is less than a day ago and nothing else has its short name; whether it did. */
export async function returnSource(env: Env, { workspace }: Access, slug: string): Promise<boolean> {
  const keys = await restoreSource(openDatabase(env.DB), workspace.id, slug);
  if (keys === null) return false;
  const object = liveObject(env, workspace.id);
  await object.sourcesChanged();
  if (keys.length > 0) await object.restoreKeys(slug, keys);
  return true;
}

function fits(keys: readonly KeyState[]): boolean {
  return JSON.stringify(keys).length <= MOST_KEPT;
}
