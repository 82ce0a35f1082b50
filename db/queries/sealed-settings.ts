import { and, eq, sql } from "drizzle-orm";
import type { Json } from "../../core/json";
import type { Database } from "../database";
import { source } from "../schema/source";

export interface SealedSettings {
  readonly id: string;
  readonly workspaceId: string;
  readonly settings: Record<string, Json>;
}

/** Sources with secrets, some of which another key than this one sealed. Reads the whole table: a run has time. */
export function settingsOfOtherKeys(db: Database, keyId: string, most: number): Promise<SealedSettings[]> {
  const all = sql`(length(${source.settings}) - length(replace(${source.settings}, '"secret":"', '')))`;
  const own = sql`(length(${source.settings}) - length(replace(${source.settings}, ${`"secret":"${keyId}.`}, '')))`;
  return db
    .select({ id: source.id, workspaceId: source.workspaceId, settings: source.settings })
    .from(source)
    .where(sql`${all} / 10 > ${own} / 19`)
    .limit(most);
}

/** Whether they were put: false when the settings have changed since they were read. */
export async function putSettings(
  db: Database,
  { id, settings }: Pick<SealedSettings, "id" | "settings">,
  sealed: Record<string, Json>,
): Promise<boolean> {
  const rows = await db
    .update(source)
    .set({ settings: sealed })
    .where(and(eq(source.id, id), eq(source.settings, settings)))
    .returning({ id: source.id });
  return rows.length > 0;
}
