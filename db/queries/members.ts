import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import * as v from "valibot";
import { type Role, role } from "../../core/protocol/welcome";
import type { Database } from "../database";
import { member, user } from "../schema/auth";

export interface Member {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const columns = { id: member.id, userId: user.id, name: user.name, email: user.email, role: member.role };

/** The members of a workspace, by name. */
export async function listMembers(db: Database, workspaceId: string): Promise<Member[]> {
  const rows = await db
    .select(columns)
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.organizationId, workspaceId))
    .orderBy(asc(sql`lower(${user.name})`), asc(user.email));
  return rows.map(memberOf).filter((found) => found !== null);
}

export async function findMember(db: Database, workspaceId: string, memberId: string): Promise<Member | null> {
  const [row] = await db
    .select(columns)
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, workspaceId), eq(member.id, memberId)));
  return row ? memberOf(row) : null;
}

export async function countOwners(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db.select({ owners: count() }).from(member).where(ownersOf(workspaceId));
  return row?.owners ?? 0;
}

interface Seen {
  readonly id: string;
  /** The role that the decision was made on: where it is another one by now, nothing happens. */
  readonly role: Role;
}

/**
 * Whether the role was set. Looking first and writing then would let two owners demote each other at once, so the
 * statement itself leaves the last one alone.
 */
export async function setRole(db: Database, workspaceId: string, seen: Seen, next: Role): Promise<boolean> {
  const rows = await db
    .update(member)
    .set({ role: next })
    .where(and(asSeen(workspaceId, seen), next === "owner" ? undefined : notLastOwner(db, workspaceId, seen)))
    .returning({ id: member.id });
  return rows.length > 0;
}

/** Whether the member was removed; the last owner never is, as in setRole. */
export async function deleteMember(db: Database, workspaceId: string, seen: Seen): Promise<boolean> {
  const rows = await db
    .delete(member)
    .where(and(asSeen(workspaceId, seen), notLastOwner(db, workspaceId, seen)))
    .returning({ id: member.id });
  return rows.length > 0;
}

function asSeen(workspaceId: string, { id, role: was }: Seen) {
  return and(eq(member.organizationId, workspaceId), eq(member.id, id), eq(member.role, was));
}

function notLastOwner(db: Database, workspaceId: string, { role: was }: Seen) {
  if (was !== "owner") return undefined;
  return gt(db.select({ owners: count() }).from(member).where(ownersOf(workspaceId)), 1);
}

function ownersOf(workspaceId: string) {
  return and(eq(member.organizationId, workspaceId), eq(member.role, "owner"));
}

/** A role that is not one of ours grants nothing, so whoever has it is no member (as in findMembership). */
function memberOf(row: Omit<Member, "role"> & { role: string }): Member | null {
  const parsed = v.safeParse(role, row.role);
  return parsed.success ? { ...row, role: parsed.output } : null;
}
