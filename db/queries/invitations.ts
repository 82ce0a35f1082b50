import { and, eq, gt } from "drizzle-orm";
import type { Database } from "../database";
import { invitation, organization } from "../schema/auth";

export interface PendingInvitation {
  readonly id: string;
  /** Lower case, as better-auth keeps it. */
  readonly email: string;
  readonly workspace: { readonly slug: string; readonly name: string };
}

/** An invitation that can still be accepted: neither answered, called back nor run out. Its id is its secret. */
export async function findPendingInvitation(db: Database, id: string, now: Date): Promise<PendingInvitation | null> {
  const [row] = await db
    .select({
      id: invitation.id,
      email: invitation.email,
      workspace: { slug: organization.slug, name: organization.name },
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(and(eq(invitation.id, id), eq(invitation.status, "pending"), gt(invitation.expiresAt, now)));
  return row ?? null;
}
