import { and, eq } from "drizzle-orm";
import type { Json } from "../../core/json";
import { PUSH } from "../../core/sources/written";
import type { Database } from "../database";
import { source } from "../schema/source";

/** A source that is pushed to, as those find it who know no more than its id. */
export interface PushedSource {
  readonly workspaceId: string;
  readonly slug: string;
  readonly settings: Readonly<Record<string, Json>>;
}

/** Null where there is none, or it is switched off. */
export async function findPushedSource(db: Database, id: string): Promise<PushedSource | null> {
  const rows = await db
    .select({ workspaceId: source.workspaceId, slug: source.slug, settings: source.settings })
    .from(source)
    .where(and(eq(source.id, id), eq(source.kind, PUSH), eq(source.enabled, true)));
  return rows[0] ?? null;
}
