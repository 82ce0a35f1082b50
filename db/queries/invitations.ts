import { and, asc, eq, gt } from "drizzle-orm";
import * as v from "valibot";
import { type Role, role } from "../../core/protocol/welcome";
import type { Database } from "../database";
import { invitation, organization } from "../schema/auth";

export interface PendingInvitation {
  readonly id: string;
  /** Lower case, as better-auth keeps it. */
  readonly email: string;
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
}

/** An invitation that can still be accepted: neither answered, called back nor run out. Its id is its secret. */
export async function findPendingInvitation(db: Database, id: string, now: Date): Promise<PendingInvitation | null> {
  const [row] = await db
    .select({
      id: invitation.id,
      email: invitation.email,
      workspace: { id: organization.id, slug: organization.slug, name: organization.name },
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(and(eq(invitation.id, id), eq(invitation.status, "pending"), gt(invitation.expiresAt, now)));
  return row ?? null;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const columns = {
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  createdAt: invitation.createdAt,
  expiresAt: invitation.expiresAt,
};

/** The invitations of a workspace that can still be accepted, the oldest first. */
export async function listInvitations(db: Database, workspaceId: string, now: Date): Promise<Invitation[]> {
  const rows = await db
    .select(columns)
    .from(invitation)
    .where(pendingOf(workspaceId, now))
    .orderBy(asc(invitation.createdAt), asc(invitation.id));
  return rows.flatMap((row) => invitationOf(row) ?? []);
}

/** One of them. */
export async function findInvitation(
  db: Database,
  workspaceId: string,
  { id, now }: { id: string; now: Date },
): Promise<Invitation | null> {
  const [row] = await db
    .select(columns)
    .from(invitation)
    .where(and(pendingOf(workspaceId, now), eq(invitation.id, id)));
  return row ? invitationOf(row) : null;
}

function pendingOf(workspaceId: string, now: Date) {
  return and(
    eq(invitation.organizationId, workspaceId),
    eq(invitation.status, "pending"),
    gt(invitation.expiresAt, now),
  );
}

/** better-auth takes roles of its own as well ("member"); they grant nothing here. */
function invitationOf(row: Omit<Invitation, "role"> & { role: string | null }): Invitation | null {
  const parsed = v.safeParse(role, row.role);
  return parsed.success ? { ...row, role: parsed.output } : null;
}
