import { and, eq, or, sql } from "drizzle-orm";
import { type Role, role } from "../../core/protocol/welcome";
import type { SessionRights } from "../../core/rights/judge";
import { readAs } from "../../core/schema/read-as";
import type { Database } from "../database";
import { member, organization, session } from "../schema/auth";
import { rights } from "../schema/rights";

/** How often the rights in a workspace have changed; it only grows. One row read. */
export async function rightsVersion(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db.select({ version: rights.version }).from(rights).where(eq(rights.workspaceId, workspaceId));
  return row?.version ?? 0;
}

/** What these sessions are worth in the workspace; those that are gone are left out. */
export async function sessionRights(
  db: Database,
  workspaceId: string,
  sessionIds: readonly string[],
): Promise<SessionRights[]> {
  const rows = await db
    .select({ sessionId: session.id, userId: session.userId, ends: session.expiresAt, role: member.role })
    .from(session)
    .leftJoin(member, and(eq(member.userId, session.userId), eq(member.organizationId, workspaceId)))
    // As one parameter: D1 takes 100 a query, and an object holds 2,000 connections.
    .where(sql`${session.id} IN (SELECT value FROM json_each(${JSON.stringify(sessionIds)}))`);
  return rows.map(({ ends, role: name, ...row }) => ({ ...row, ends: ends.getTime(), role: roleOf(name) }));
}

export interface Place {
  readonly workspaceId: string;
  readonly role: Role;
  /** Null for a session that is gone. */
  readonly sessionEnds: Date | null;
  /** The version of the workspace's rights that all this was true at. */
  readonly version: number;
}

/**
 * Where a person is in the workspace of this slug or id, by one session: all in one statement, so that it was true at
 * one moment. Null when there is no such workspace and when they are no member alike.
 */
export async function findPlace(
  db: Database,
  slugOrId: string,
  by: { readonly userId: string; readonly sessionId: string },
): Promise<Place | null> {
  const [row] = await db
    .select({ id: organization.id, role: member.role, sessionEnds: session.expiresAt, version: rights.version })
    .from(organization)
    .innerJoin(member, and(eq(member.organizationId, organization.id), eq(member.userId, by.userId)))
    .leftJoin(session, and(eq(session.id, by.sessionId), eq(session.userId, by.userId)))
    .leftJoin(rights, eq(rights.workspaceId, organization.id))
    .where(or(eq(organization.slug, slugOrId), eq(organization.id, slugOrId)))
    .limit(1);
  const known = row ? roleOf(row.role) : null;
  if (!row || known === null) return null;
  return { workspaceId: row.id, role: known, sessionEnds: row.sessionEnds, version: row.version ?? 0 };
}

/** A role that is not one of ours grants nothing: when unsure, deny. */
function roleOf(name: string | null): Role | null {
  return readAs(role, name) ?? null;
}
