import * as v from "valibot";
import { refusesRemoval, refusesRole } from "../core/access/membership";
import { role } from "../core/protocol/welcome";
import { openDatabase } from "../db/database";
import { countOwners, deleteMember, findMember, type Member, setRole } from "../db/queries/members";
import type { WorkspaceAccess } from "./contexts";
import { tellMembersChanged } from "./members-changed";
import { overtaken, refusedMembership } from "./membership-words";
import { refusal } from "./refusal";

export type MemberResult =
  | { readonly ok: true; readonly member: Member }
  | { readonly ok: false; readonly status: number; readonly problem: string };

const roleForm = v.object({ member: v.string(), role });

/** Gives a member another role and closes their sockets, which come back with it. Throws 400 and 404. */
export async function changeRole(env: Env, access: WorkspaceAccess, form: FormData): Promise<MemberResult> {
  const parsed = v.safeParse(roleForm, { member: form.get("member"), role: form.get("role") });
  if (!parsed.success) throw refusal("bad_input");
  const next = parsed.output.role;
  const { member, owners } = await standing(env, access, parsed.output.member);
  const refused = refusesRole(access.principal, { role: member.role, owners }, next);
  if (refused !== null) return refusedMembership(refused, member.name);
  if (next === member.role) return { ok: true, member };
  return settle(env, access, { ...member, role: next }, (db, id) => setRole(db, id, member, next));
}

/** Takes a member out of the workspace and closes their sockets. Throws 404. */
export async function removeMember(env: Env, access: WorkspaceAccess, memberId: string): Promise<MemberResult> {
  const { member, owners } = await standing(env, access, memberId);
  const refused = refusesRemoval(access.principal, { role: member.role, owners });
  if (refused !== null) return refusedMembership(refused, member.name);
  return settle(env, access, member, (db, id) => deleteMember(db, id, member));
}

/** The member and how many owners there are. Throws 404 for a member of another workspace as for none. */
export async function standing(
  env: Env,
  { workspace }: Pick<WorkspaceAccess, "workspace">,
  memberId: string,
): Promise<{ member: Member; owners: number }> {
  const db = openDatabase(env.DB);
  const [member, owners] = await Promise.all([findMember(db, workspace.id, memberId), countOwners(db, workspace.id)]);
  if (!member) throw refusal("not_found");
  return { member, owners };
}

type Write = (db: ReturnType<typeof openDatabase>, workspaceId: string) => Promise<boolean>;

async function settle(env: Env, { workspace }: WorkspaceAccess, member: Member, write: Write): Promise<MemberResult> {
  if (!(await write(openDatabase(env.DB), workspace.id))) return overtaken;
  await tellMembersChanged(env, workspace.id, [member.userId]);
  return { ok: true, member };
}
