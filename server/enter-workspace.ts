import { openDatabase } from "../db/database";
import { anyWorkspace, listMemberships } from "../db/queries/workspaces";
import type { Session } from "./contexts";
import { readEnv } from "./env";
import { makeWorkspace } from "./make-workspace";
import { joinWorkspace, type SignUpResult, signUpFacts } from "./sign-up";
import { parseWorkspace } from "./signup-form";
import { mayMakeWorkspace } from "./signup-policy";

interface Asked {
  readonly form: FormData;
  readonly session: Session;
  readonly now: Date;
}

/**
 * The second half of signing up for somebody who has an account: joins the workspace of the invitation they brought, or
 * makes their own. Also the way on for those whose sign-up broke off between the two halves.
 */
export async function joinOrMake(request: Request, env: Env, { form, session, now }: Asked): Promise<SignUpResult> {
  const invite = form.get("invite");
  if (typeof invite === "string") return await join(request, env, { invite, now });
  const memberships = await listMemberships(openDatabase(env.DB), session.user.id);
  // A form sent twice must not make two: the second one is led to what the first one made.
  if (memberships[0]) return { ok: true, path: `/w/${memberships[0].workspace.slug}`, headers: new Headers() };
  const any = await anyWorkspace(openDatabase(env.DB));
  if (!mayMakeWorkspace(readEnv(env).signup, { any, owned: false })) {
    return refused(403, "Only people who are invited get into a workspace on this server.");
  }
  const parsed = parseWorkspace(form);
  if (!parsed.ok) return { ok: false, status: 400, errors: parsed.errors, problem: null };
  const path = await makeWorkspace(env, { name: parsed.values.workspace, ownerId: session.user.id, now });
  return { ok: true, path, headers: new Headers() };
}

async function join(request: Request, env: Env, { invite, now }: { invite: string; now: Date }): Promise<SignUpResult> {
  const { invitation } = await signUpFacts(env, invite, now);
  const path = invitation && (await joinWorkspace(request, env, invitation));
  if (!path) return refused(403, "The invitation is no longer good, or it is for another address.");
  return { ok: true, path, headers: new Headers() };
}

function refused(status: number, problem: string): SignUpResult {
  return { ok: false, status, errors: {}, problem };
}
