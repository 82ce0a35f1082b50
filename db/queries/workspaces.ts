import { and, asc, eq, like, or } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import * as v from "valibot";
import type { Role } from "../../core/protocol/welcome";
import { role } from "../../core/protocol/welcome";
import type { Database } from "../database";
import { member, organization } from "../schema/auth";

export interface Membership {
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  readonly role: Role;
}

const columns = { id: organization.id, slug: organization.slug, name: organization.name, role: member.role };

/**
 * The workspace of this slug or id as this person may know it: null when there is none and when they are no member
 * alike, so that nothing tells the two apart.
 */
export async function findMembership(db: Database, slugOrId: string, userId: string): Promise<Membership | null> {
  const [row] = await db
    .select(columns)
    .from(organization)
    .innerJoin(member, and(eq(member.organizationId, organization.id), eq(member.userId, userId)))
    .where(or(eq(organization.slug, slugOrId), eq(organization.id, slugOrId)))
    .limit(1);
  return row ? membershipOf(row) : null;
}

/** Every workspace of a person, the first joined first. */
export async function listMemberships(db: Database, userId: string): Promise<Membership[]> {
  const rows = await db
    .select(columns)
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt), asc(organization.id));
  return rows.map(membershipOf).filter((found) => found !== null);
}

/** A role that is not one of ours grants nothing: when unsure, deny. */
function membershipOf(row: { id: string; slug: string; name: string; role: string }): Membership | null {
  const parsed = v.safeParse(role, row.role);
  return parsed.success ? { workspace: { id: row.id, slug: row.slug, name: row.name }, role: parsed.output } : null;
}

/** Whether any workspace exists at all. */
export async function anyWorkspace(db: Database): Promise<boolean> {
  const rows = await db.select({ id: organization.id }).from(organization).limit(1);
  return rows.length > 0;
}

/** `base` itself and its numbered kin, as far as they are taken. */
export async function takenSlugs(db: Database, base: string): Promise<Set<string>> {
  const rows = await db
    .select({ slug: organization.slug })
    .from(organization)
    .where(or(eq(organization.slug, base), like(organization.slug, `${base}-%`)));
  return new Set(rows.map((row) => row.slug));
}

export interface NewWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly ownerId: string;
  readonly memberId: string;
  readonly now: Date;
}

/** The workspace and its owner, for one batch with whatever it starts out with. */
export function workspaceRows(db: Database, made: NewWorkspace): [BatchItem<"sqlite">, BatchItem<"sqlite">] {
  const { id, slug, name, ownerId, memberId, now } = made;
  return [
    db.insert(organization).values({ id, slug, name, createdAt: now }),
    db.insert(member).values({ id: memberId, organizationId: id, userId: ownerId, role: "owner", createdAt: now }),
  ];
}
