import { and, asc, count, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
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

export async function findRule(db: Database, workspaceId: string, id: string): Promise<AlertRule | null> {
  const [row] = await db.select(columns).from(alertRule).where(ofWorkspace(workspaceId, id));
  return row ? asRule(row) : null;
}

export async function countRules(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db.select({ all: count() }).from(alertRule).where(present(workspaceId));
  return row?.all ?? 0;
}

/** Makes the rule, or changes the one with its id. False where that id is another workspace's, or was removed. */
export async function putRule(
  db: Database,
  workspaceId: string,
  { id, ...rule }: AlertRule,
  now: Date,
): Promise<boolean> {
  const changed = { unit: null, panel: null, ...rule, updatedAt: now };
  const setWhere = sql`${alertRule.workspaceId} = ${workspaceId} and ${alertRule.removedAt} is null`;
  const rows = await db
    .insert(alertRule)
    .values({ id, workspaceId, createdAt: now, ...changed })
    .onConflictDoUpdate({ target: alertRule.id, set: changed, setWhere })
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

/** Undoes its removal; false where it was not removed, or is gone for good. */
export async function restoreRule(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(alertRule)
    .set({ removedAt: null })
    .where(and(eq(alertRule.id, id), eq(alertRule.workspaceId, workspaceId), isNotNull(alertRule.removedAt)))
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
