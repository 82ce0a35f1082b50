import { grantableRoles, refusesPlace, refusesRemoval, refusesRole } from "../core/access/membership";
import { openDatabase } from "../db/database";
import { type Invitation, listInvitations } from "../db/queries/invitations";
import { listMembers, type Member } from "../db/queries/members";
import type { WorkspaceAccess } from "./contexts";
import { readEnv } from "./env";

/** Who is in the workspace and who is invited, with what this person may do about each. */
export async function membersPage(env: Env, { workspace, principal }: WorkspaceAccess, now: Date) {
  const db = openDatabase(env.DB);
  const [members, invitations] = await Promise.all([
    listMembers(db, workspace.id),
    listInvitations(db, workspace.id, now),
  ]);
  const { baseUrl, signup } = readEnv(env);
  const owners = members.filter(({ role }) => role === "owner").length;
  return {
    members: members.map((member) => shownMember(principal, member, owners)),
    invitations: invitations.map((invitation) => shownInvitation(principal, invitation, baseUrl)),
    roles: grantableRoles(principal),
    /** Nobody can make an account: only people who have one can follow a link. */
    signupClosed: signup === "closed",
  };
}

type Principal = WorkspaceAccess["principal"];

function shownMember(principal: Principal, { id, userId, name, email, role }: Member, owners: number) {
  const standing = { role, owners };
  const refusesRemoving = refusesRemoval(principal, standing);
  return {
    id,
    name,
    email,
    role,
    isYou: userId === principal.userId,
    isLastOwner: refusesRemoving === "last_owner",
    mayRemove: refusesRemoving === null,
    /** The roles this member can be given, the present one among them. */
    roles: grantableRoles(principal).filter((next) => refusesRole(principal, standing, next) === null),
  };
}

/**
 * Addresses are not verified, so the link alone makes somebody who says they have this address a member in its role:
 * whoever could not give the role must not see the link.
 */
function shownInvitation(principal: Principal, invitation: Invitation, baseUrl: string) {
  const { id, email, role, createdAt, expiresAt } = invitation;
  const refused = refusesPlace(principal, role) !== null;
  return {
    id,
    email,
    role,
    sentAt: createdAt.getTime(),
    endsAt: expiresAt.getTime(),
    link: refused ? null : `${baseUrl}/signup?invite=${encodeURIComponent(id)}`,
    mayWithdraw: !refused,
  };
}
