import { constantTimeEqual } from "better-auth/crypto";
import * as v from "valibot";
import { openDatabase } from "../db/database";
import { findPendingInvitation, type PendingInvitation } from "../db/queries/invitations";
import { anyPerson } from "../db/queries/people";
import { claimFirstOwner, releaseFirstOwner } from "../db/queries/setup-claim";
import { createAuth } from "./auth";
import { type AuthAnswer, askAuth, withCookies } from "./auth-request";
import { readEnv } from "./env";
import { log } from "./log";
import { makeWorkspace } from "./make-workspace";
import { tellMembersChanged } from "./members-changed";
import { type FieldErrors, parseSignUp, type SignUpValues } from "./signup-form";
import { admission, type SignUpFacts } from "./signup-policy";
import { waitWords } from "./wait-words";

export type SignUpResult =
  | { readonly ok: true; readonly path: string; readonly headers: Headers }
  | { readonly ok: false; readonly status: number; readonly errors: FieldErrors; readonly problem: string | null };

/** What is known before anybody fills in the form. `invite`: the id from the address, whatever it is worth. */
export async function signUpFacts(env: Env, invite: string | null, now: Date) {
  const db = openDatabase(env.DB);
  const settings = readEnv(env);
  const [people, invitation] = await Promise.all([
    anyPerson(db),
    invite ? findPendingInvitation(db, invite, now) : null,
  ]);
  const facts = { mode: settings.signup, people, tokenSet: settings.setupToken !== undefined, invitation };
  return facts satisfies SignUpFacts & { invitation: PendingInvitation | null };
}

/** Makes an account, signs it in, and brings it into a workspace: its own, or the one it was invited to. */
export async function signUp(request: Request, env: Env, form: FormData, now: Date): Promise<SignUpResult> {
  const invite = form.get("invite");
  const facts = await signUpFacts(env, typeof invite === "string" ? invite : null, now);
  const parsed = parseSignUp(form, facts.invitation ? "guest" : "owner");
  if (!parsed.ok) return refusedFields(parsed.errors);
  const { values } = parsed;
  const tokenRight = isSetupToken(env, values.setupToken);
  const decision = admission(facts, { email: values.email, tokenRight });
  if (decision.admit === false) {
    return decision.field === null
      ? { ok: false, status: 403, errors: {}, problem: decision.message }
      : refusedFields({ [decision.field]: decision.message });
  }
  const firstByToken = facts.mode === "invite" && decision.admit === "owner";
  const answer = firstByToken ? await asFirstOwner(request, env, values, now) : await makeAccount(request, env, values);
  if (!answer.ok) return refusedBy(answer);
  const path = await enterWorkspace(request, env, { answer, values, invitation: facts.invitation, now });
  return { ok: true, path, headers: answer.headers };
}

/** Compared in constant time, whatever the lengths. */
function isSetupToken(env: Env, sent: string | undefined): boolean {
  const { setupToken } = readEnv(env);
  return setupToken !== undefined && sent !== undefined && constantTimeEqual(sent, setupToken);
}

/** The token lets in one person, even when it is sent twice at once: who holds the claim looks again, then enters. */
async function asFirstOwner(request: Request, env: Env, values: SignUpValues, now: Date): Promise<AuthAnswer> {
  const db = openDatabase(env.DB);
  if (!(await claimFirstOwner(db, now))) return TOKEN_USED;
  try {
    return (await anyPerson(db)) ? TOKEN_USED : await makeAccount(request, env, values);
  } finally {
    await releaseFirstOwner(db);
  }
}
const TOKEN_USED: AuthAnswer = { ok: false, status: 403, code: "SETUP_TOKEN_USED", retryAfter: null };

function makeAccount(request: Request, env: Env, { name, email, password }: SignUpValues): Promise<AuthAnswer> {
  return askAuth(createAuth(env), request, "/sign-up/email", { name, email, password });
}

interface Entering {
  readonly answer: Extract<AuthAnswer, { ok: true }>;
  readonly values: SignUpValues;
  readonly invitation: PendingInvitation | null;
  readonly now: Date;
}
const newcomer = v.object({ user: v.object({ id: v.string() }) });

/**
 * The account exists by now, so nothing here may fail the sign-up: whoever is left without a workspace is signed in and
 * lands on the page that makes or joins one.
 */
async function enterWorkspace(request: Request, env: Env, { answer, values, invitation, now }: Entering) {
  const again = invitation ? `/signup?invite=${encodeURIComponent(invitation.id)}` : "/signup";
  try {
    if (invitation) return (await joinWorkspace(withCookies(request, answer.headers), env, invitation)) ?? again;
    const { user } = v.parse(newcomer, answer.body);
    return await makeWorkspace(env, { name: values.workspace ?? "", ownerId: user.id, now });
  } catch (error) {
    log.error("signed_up_without_workspace", { error });
    return again;
  }
}

/** Accepts the invitation as the person of the request's cookie. Null when better-auth refuses it. */
export async function joinWorkspace(request: Request, env: Env, invitation: PendingInvitation): Promise<string | null> {
  const answer = await askAuth(createAuth(env), request, "/organization/accept-invitation", {
    invitationId: invitation.id,
  });
  if (!answer.ok) return null;
  // So that who is in the workspace already sees their name.
  await tellMembersChanged(env, invitation.workspace.id, []);
  return `/w/${invitation.workspace.slug}`;
}

function refusedFields(errors: FieldErrors): SignUpResult {
  return { ok: false, status: 400, errors, problem: null };
}

export const ADDRESS_TAKEN = "This address has an account.";

function refusedBy(answer: Extract<AuthAnswer, { ok: false }>): SignUpResult {
  const { status, code } = answer;
  if (code.startsWith("USER_ALREADY_EXISTS"))
    return { ok: false, status, errors: { email: ADDRESS_TAKEN }, problem: null };
  if (code === "SETUP_TOKEN_USED") {
    return { ok: false, status, errors: { setupToken: "The setup token has been used." }, problem: null };
  }
  if (status !== 429) log.error("sign_up_refused", { status, code });
  const problem = status === 429 ? waitWords(answer.retryAfter) : "The account could not be made just now. Try again.";
  return { ok: false, status, errors: {}, problem };
}
