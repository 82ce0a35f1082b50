import { and, asc, count, eq, isNull, lt } from "drizzle-orm";
import type { AlertRule } from "../../core/alerts/rule";
import type { Database } from "../database";
import { alertRule } from "../schema/alert-rule";

const columns = {
  id: alertRule.id,
  name: alertRule.name,
  key: alertRule.key,
  condition: alertRule.condition,
  for: alertRule.for,
  severity: alertRule.severity,
  unit: alertRule.unit,
  panel: alertRule.panel,
};

/** The rules of a workspace, by name. */
export async function listRules(db: Database, workspaceId: string): Promise<AlertRule[]> {
  const rows = await db
    .select(columns)
    .from(alertRule)
    .where(present(workspaceId))
    .orderBy(asc(alertRule.name), asc(alertRule.id));
  return rows.map(asRule);
}

/** A rule, and when it was changed last (milliseconds): no two versions of it have the same time. */
export async function findRule(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<{ rule: AlertRule; changedAt: number } | null> {
  const all = { ...columns, changedAt: alertRule.updatedAt };
  const [row] = await db.select(all).from(alertRule).where(ofWorkspace(workspaceId, id));
  if (!row) return null;
  const { changedAt, ...rule } = row;
  return { rule: asRule(rule), changedAt: changedAt.getTime() };
}

export async function countRules(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db.select({ all: count() }).from(alertRule).where(present(workspaceId));
  return row?.all ?? 0;
}

/** Makes a rule; false where there is one with this id, or was. */
export async function addRule(db: Database, workspaceId: string, rule: AlertRule, now: Date): Promise<boolean> {
  const rows = await db
    .insert(alertRule)
    .values({ ...rule, workspaceId, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: alertRule.id });
  return rows.length > 0;
}

/** Changes the rule with this id, where it was changed last at `base`; whether it was. */
export async function changeRule(
  db: Database,
  workspaceId: string,
  { id, ...rule }: AlertRule,
  { base, now }: { readonly base: number; readonly now: number },
): Promise<boolean> {
  const rows = await db
    .update(alertRule)
    .set({ unit: null, panel: null, ...rule, updatedAt: new Date(Math.max(now, base + 1)) })
    .where(and(ofWorkspace(workspaceId, id), eq(alertRule.updatedAt, new Date(base))))
    .returning({ id: alertRule.id });
  return rows.length > 0;
}

/** Whether there was one to remove. */
export async function removeRule(db: Database, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(alertRule)
    .set({ removedAt: now })
    .where(ofWorkspace(workspaceId, id))
    .returning({ id: alertRule.id });
  return rows.length > 0;
}

/** Undoes its removal, where it was removed; false where it is gone for good. */
export async function restoreRule(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(alertRule)
    .set({ removedAt: null })
    .where(and(eq(alertRule.id, id), eq(alertRule.workspaceId, workspaceId)))
    .returning({ id: alertRule.id });
  return rows.length > 0;
}

/** Deletes what was removed before this moment, for good; how many there were. */
export async function deleteRemovedRules(db: Database, before: Date): Promise<number> {
  const { meta } = await db.delete(alertRule).where(lt(alertRule.removedAt, before));
  return meta.changes;
}

interface Row extends Omit<AlertRule, "unit" | "panel"> {
  readonly unit: string | null;
  readonly panel: AlertRule["panel"] | null;
}

function asRule({ unit, panel, ...rest }: Row): AlertRule {
  return { ...rest, ...(unit === null ? {} : { unit }), ...(panel ? { panel } : {}) };
}

function ofWorkspace(workspaceId: string, id: string) {
  return and(eq(alertRule.id, id), present(workspaceId));
}

function present(workspaceId: string) {
  return and(eq(alertRule.workspaceId, workspaceId), isNull(alertRule.removedAt));
}
