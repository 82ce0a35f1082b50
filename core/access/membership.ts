import type { Principal } from "../live-object";
import type { Role } from "../protocol/welcome";
import { can } from "./access";

/** Lowest first: a role may do whatever those before it may. */
const ranks: readonly Role[] = ["viewer", "editor", "admin", "owner"];

/** Why a member or an invitation stays as it is. */
export type MembershipRefusal = "forbidden" | "higher_role" | "last_owner";

/** The member it is about, and how many owners the workspace has, that member counted. */
export interface Standing {
  readonly role: Role;
  readonly owners: number;
}

/** The roles that the principal may give, the lowest first: none above its own, so that nobody lifts anybody past themselves. */
export function grantableRoles(principal: Principal): readonly Role[] {
  if (principal.kind !== "member" || !can(principal, "member.manage")) return [];
  return ranks.slice(0, ranks.indexOf(principal.role) + 1);
}

/** Null where the member may be given `next`. Own roles are no exception: one may step down, never up. */
export function refusesRole(principal: Principal, { role, owners }: Standing, next: Role): MembershipRefusal | null {
  const refusal = refusesPlace(principal, role);
  if (refusal !== null) return refusal;
  if (!grantableRoles(principal).includes(next)) return "higher_role";
  return role === "owner" && next !== "owner" && owners <= 1 ? "last_owner" : null;
}

/** Null where the member may be removed. */
export function refusesRemoval(principal: Principal, { role, owners }: Standing): MembershipRefusal | null {
  return refusesPlace(principal, role) ?? (role === "owner" && owners <= 1 ? "last_owner" : null);
}

/** Null where the principal may see the link of an invitation to this role, and withdraw it. */
export function refusesPlace(principal: Principal, role: Role): MembershipRefusal | null {
  const grantable = grantableRoles(principal);
  if (grantable.length === 0) return "forbidden";
  return grantable.includes(role) ? null : "higher_role";
}
