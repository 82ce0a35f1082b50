import { and, asc, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { KeyState } from "../../core/protocol/snapshot";
import type { SourceDefinition } from "../../core/sources/definition";
import type { Database } from "../database";
import { source } from "../schema/source";

const definition = {
  id: source.id,
  slug: source.slug,
  name: source.name,
  kind: source.kind,
  settings: source.settings,
  interval: source.interval,
  enabled: source.enabled,
  plan: source.plan,
};

/** The sources of a workspace by slug, those that are switched off included. */
export function listSources(db: Database, workspaceId: string): Promise<SourceDefinition[]> {
  return db.select(definition).from(source).where(present(workspaceId)).orderBy(asc(source.slug));
}

export async function findSource(db: Database, workspaceId: string, slug: string): Promise<SourceDefinition | null> {
  const rows = await db.select(definition).from(source).where(ofWorkspace(workspaceId, slug));
  return rows[0] ?? null;
}

export type NewSource = Omit<SourceDefinition, "enabled"> & { readonly enabled?: boolean; readonly now: Date };

/** For a batch. A slug that the workspace already uses fails on its unique index, and the batch with it. */
export function sourceRow(db: Database, workspaceId: string, { now, ...made }: NewSource) {
  return db.insert(source).values({ ...made, workspaceId, createdAt: now, updatedAt: now });
}

/** Whether it was inserted: false when the workspace already uses the slug. */
export async function insertSource(db: Database, workspaceId: string, made: NewSource): Promise<boolean> {
  const rows = await sourceRow(db, workspaceId, made).onConflictDoNothing().returning({ id: source.id });
  return rows.length > 0;
}

/** What of a source can be changed. Its short name stays: the keys have it. */
export type SourceChange = Partial<Pick<SourceDefinition, "name" | "settings" | "interval" | "enabled" | "plan">>;

/** Whether there was one to change. */
export async function changeSource(
  db: Database,
  workspaceId: string,
  slug: string,
  { now, ...change }: SourceChange & { readonly now: Date },
): Promise<boolean> {
  const rows = await db
    .update(source)
    .set({ ...change, updatedAt: now })
    .where(ofWorkspace(workspaceId, slug))
    .returning({ id: source.id });
  return rows.length > 0;
}

/** Whether there was one to remove. `keys`: what it held, where nobody can be asked for it again. */
export async function removeSource(
  db: Database,
  workspaceId: string,
  slug: string,
  { now, keys }: { readonly now: Date; readonly keys: KeyState[] | null },
): Promise<boolean> {
  const rows = await db
    .update(source)
    .set({ removedAt: now, removedKeys: keys })
    .where(ofWorkspace(workspaceId, slug))
    .returning({ id: source.id });
  return rows.length > 0;
}

/** Undoes the last removal of a source with this short name; what it held then. Null where it is gone, or another has come. */
export async function restoreSource(db: Database, workspaceId: string, slug: string): Promise<KeyState[] | null> {
  if (await findSource(db, workspaceId, slug)) return null;
  const removed = and(eq(source.workspaceId, workspaceId), eq(source.slug, slug), isNotNull(source.removedAt));
  const [last] = await db
    .select({ id: source.id, keys: source.removedKeys })
    .from(source)
    .where(removed)
    .orderBy(desc(source.removedAt))
    .limit(1);
  if (!last) return null;
  await db.update(source).set({ removedAt: null, removedKeys: null }).where(eq(source.id, last.id));
  return last.keys ?? [];
}

/** Deletes what was removed before this moment, for good; how many there were. */
export async function deleteRemovedSources(db: Database, before: Date): Promise<number> {
  const { meta } = await db.delete(source).where(lt(source.removedAt, before));
  return meta.changes;
}

function ofWorkspace(workspaceId: string, slug: string) {
  return and(eq(source.slug, slug), present(workspaceId));
}

function present(workspaceId: string) {
  return and(eq(source.workspaceId, workspaceId), isNull(source.removedAt));
}
