import { and, asc, count, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../database";
import { apiKey } from "../schema/api-key";
import { organization, user } from "../schema/auth";
import { rights } from "../schema/rights";

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  /** Null for a person who is gone. */
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The workspace's keys that open something, by name. */
export function listApiKeys(db: Database, workspaceId: string): Promise<ApiKey[]> {
  return db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      prefix: apiKey.prefix,
      madeBy: user.name,
      createdAt: apiKey.createdAt,
      lastUsedAt: apiKey.lastUsedAt,
    })
    .from(apiKey)
    .leftJoin(user, eq(user.id, apiKey.createdBy))
    .where(open(workspaceId))
    .orderBy(asc(sql`lower(${apiKey.name})`), asc(apiKey.createdAt));
}

export async function countApiKeys(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db.select({ keys: count() }).from(apiKey).where(open(workspaceId));
  return row?.keys ?? 0;
}

export async function insertApiKey(
  db: Database,
  workspaceId: string,
  key: { id: string; name: string; prefix: string; hash: string; createdBy: string; createdAt: Date },
): Promise<void> {
  await db.insert(apiKey).values({ ...key, workspaceId });
}

/** Whether there was such a key in the workspace, and it is revoked now. */
export async function revokeApiKey(db: Database, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(apiKey)
    .set({ revokedAt: now })
    .where(and(open(workspaceId), eq(apiKey.id, id)))
    .returning({ id: apiKey.id });
  return rows.length > 0;
}

export interface OpenKey {
  readonly id: string;
  readonly name: string;
  readonly workspace: { readonly id: string; readonly slug: string };
  readonly lastUsedAt: Date | null;
  /** The version of the workspace's rights that all this was true at. */
  readonly version: number;
}

/** The key with this hash or id and the workspace that it opens; null where there is none, or no more. */
export async function findOpenKey(
  db: Database,
  by: { readonly hash: string } | { readonly id: string },
): Promise<OpenKey | null> {
  const [row] = await db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      workspace: { id: organization.id, slug: organization.slug },
      lastUsedAt: apiKey.lastUsedAt,
      version: rights.version,
    })
    .from(apiKey)
    .innerJoin(organization, eq(organization.id, apiKey.workspaceId))
    .leftJoin(rights, eq(rights.workspaceId, apiKey.workspaceId))
    .where(and("hash" in by ? eq(apiKey.hash, by.hash) : eq(apiKey.id, by.id), isNull(apiKey.revokedAt)));
  return row ? { ...row, version: row.version ?? 0 } : null;
}

/** Notes that the key is in use, unless that was noted since `since`. */
export async function noteKeyUsed(db: Database, id: string, now: Date, since: Date): Promise<void> {
  await db
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, since))));
}

/** Which of these keys of the workspace open something still. */
export async function openKeysAmong(db: Database, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: apiKey.id })
    .from(apiKey)
    // As one parameter: D1 takes 100 a query.
    .where(and(open(workspaceId), sql`${apiKey.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`));
  return rows.map(({ id }) => id);
}

function open(workspaceId: string) {
  return and(eq(apiKey.workspaceId, workspaceId), isNull(apiKey.revokedAt));
}
