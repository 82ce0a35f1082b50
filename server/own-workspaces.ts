import { openDatabase } from "../db/database";
import { listMemberships, type Membership } from "../db/queries/workspaces";
import { readEnv } from "./env";
import { makeWorkspace } from "./make-workspace";
import type { SignUpResult } from "./sign-up";
import { parseWorkspace } from "./signup-form";
import { mayMakeWorkspace } from "./signup-policy";

/** One person owns at most so many: each has an object of its own that goes on asking its sources. */
const OWNED_AT_MOST = 20;

/** Why somebody makes no further workspace: they own as many as one may, or it is not theirs to make one here. */
export type NoFurther = "enough" | "by_invitation";

/** A person's workspaces, the first joined first, and why they make no further one; null where they may. */
export async function ownWorkspaces(
  env: Env,
  userId: string,
): Promise<{ memberships: Membership[]; noFurther: NoFurther | null }> {
  const memberships = await listMemberships(openDatabase(env.DB), userId);
  const owned = memberships.filter(({ role }) => role === "owner").length;
  const may = mayMakeWorkspace(readEnv(env).signup, { any: true, owned: owned > 0 });
  return { memberships, noFurther: may ? (owned < OWNED_AT_MOST ? null : "enough") : "by_invitation" };
}

/** Makes a further workspace of a person. A name that one of theirs has is refused: so a form sent twice makes one. */
export async function makeFurther(
  env: Env,
  { form, userId, now }: { form: FormData; userId: string; now: Date },
): Promise<SignUpResult> {
  const { memberships, noFurther } = await ownWorkspaces(env, userId);
  if (noFurther !== null) return { ok: false, status: 403, errors: {}, problem: noFurtherWords[noFurther] };
  const parsed = parseWorkspace(form);
  if (!parsed.ok) return { ok: false, status: 400, errors: parsed.errors, problem: null };
  const { workspace: name } = parsed.values;
  if (memberships.some(({ workspace }) => workspace.name.toLowerCase() === name.toLowerCase())) {
    return { ok: false, status: 409, errors: { workspace: "You are in a workspace of this name." }, problem: null };
  }
  const path = await makeWorkspace(env, { name, ownerId: userId, now });
  return { ok: true, path, headers: new Headers() };
}

export const noFurtherWords: Readonly<Record<NoFurther, string>> = {
  enough: `You own ${OWNED_AT_MOST} workspaces, as many as one person may.`,
  by_invitation: "New workspaces are made here by those who own one. Ask an owner for an invitation to theirs.",
};
