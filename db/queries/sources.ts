import { and, asc, eq } from "drizzle-orm";
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
  return db.select(definition).from(source).where(eq(source.workspaceId, workspaceId)).orderBy(asc(source.slug));
}

export async function findSource(db: Database, workspaceId: string, slug: string): Promise<SourceDefinition | null> {
  const rows = await db.select(definition).from(source).where(ofWorkspace(workspaceId, slug));
  return rows[0] ?? null;
}

export type NewSource = Omit<SourceDefinition, "enabled"> & { readonly now: Date };

/** For a batch. A slug that the workspace already uses fails on its unique index, and the batch with it. */
export function sourceRow(db: Database, workspaceId: string, { now, ...made }: NewSource) {
  return db.insert(source).values({ ...made, workspaceId, createdAt: now, updatedAt: now });
}

/** Whether it was inserted: false when the workspace already uses the slug. */
export async function insertSource(db: Database, workspaceId: string, made: NewSource): Promise<boolean> {
  const rows = await sourceRow(db, workspaceId, made).onConflictDoNothing().returning({ id: source.id });
  return rows.length > 0;
}

/** Whether there was one to delete. */
export async function deleteSource(db: Database, workspaceId: string, slug: string): Promise<boolean> {
  const rows = await db.delete(source).where(ofWorkspace(workspaceId, slug)).returning({ id: source.id });
  return rows.length > 0;
}

function ofWorkspace(workspaceId: string, slug: string) {
  return and(eq(source.workspaceId, workspaceId), eq(source.slug, slug));
}
