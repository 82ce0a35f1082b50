import * as v from "valibot";
import { grantableRoles, refusesPlace } from "../core/access/membership";
import { role } from "../core/protocol/welcome";
import { plainWords } from "../core/schema/plain-words";
import { openDatabase } from "../db/database";
import { findInvitation } from "../db/queries/invitations";
import { createAuth } from "./auth";
import { type AuthAnswer, askAuth } from "./auth-request";
import type { WorkspaceAccess } from "./contexts";
import { log } from "./log";
import { refusedMembership } from "./membership-words";
import { refusal } from "./refusal";
import { email } from "./signup-form";
import { waitWords } from "./wait-words";

export type InviteResult =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly status: number;
      /** The field it is about; null: the whole form. */
      readonly field: "email" | "role" | null;
      readonly problem: string;
    };

const made = v.object({ id: v.string() });

/** Invites an address to the workspace. Nothing is sent: whoever invites passes the link on. */
export async function invite(
  request: Request,
  env: Env,
  { access, form }: { access: WorkspaceAccess; form: FormData },
): Promise<InviteResult> {
  const address = v.safeParse(email, form.get("email") ?? "", plainWords);
  if (!address.success) return refused(422, "email", address.issues[0]?.message ?? "Write an address.");
  const wanted = v.safeParse(role, form.get("role"));
  if (!wanted.success) return refused(422, "role", "Choose a role.");
  // better-auth knows of owners only; that nobody gives more than they have is decided here.
  if (!grantableRoles(access.principal).includes(wanted.output)) {
    return refused(403, "role", "Nobody can give a role above their own.");
  }
  const answer = await askAuth(createAuth(env), request, "/organization/invite-member", {
    email: address.output,
    role: wanted.output,
    organizationId: access.workspace.id,
  });
  return answer.ok ? { ok: true, id: v.parse(made, answer.body).id } : refusedBy(answer);
}

function refused(status: number, field: "email" | "role" | null, problem: string): InviteResult {
  return { ok: false, status, field, problem };
}

const known = new Map<string, readonly ["email" | null, string]>([
  ["USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION", ["email", "This person is a member already."]],
  [
    "USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION",
    ["email", "This address is invited already; its link is in the list below."],
  ],
  ["INVITATION_LIMIT_REACHED", [null, "Too many invitations are open. Withdraw some first."]],
]);

function refusedBy({ status, code, retryAfter }: Extract<AuthAnswer, { ok: false }>): InviteResult {
  const words = known.get(code);
  if (words) return refused(422, ...words);
  if (status === 429) return refused(429, null, waitWords(retryAfter));
  log.error("invite_refused", { status, code });
  return refused(503, null, "The invitation could not be made just now. Try again.");
}

export type WithdrawResult =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly status: number; readonly problem: string };

/** Makes the link of an invitation worthless. Throws 404 where the workspace has no such open invitation. */
export async function withdraw(
  request: Request,
  env: Env,
  { access, id, now }: { access: WorkspaceAccess; id: string; now: Date },
): Promise<WithdrawResult> {
  const found = await findInvitation(openDatabase(env.DB), access.workspace.id, { id, now });
  if (!found)
    throw refusal("not_found", "This invitation is no longer open: it was accepted, withdrawn, or has run out.");
  const refusedPlace = refusesPlace(access.principal, found.role);
  if (refusedPlace !== null) return refusedMembership(refusedPlace, found.email);
  const answer = await askAuth(createAuth(env), request, "/organization/cancel-invitation", { invitationId: id });
  if (answer.ok) return { ok: true, email: found.email };
  if (answer.status === 429) return { ok: false, status: 429, problem: waitWords(answer.retryAfter) };
  log.error("withdraw_refused", { status: answer.status, code: answer.code });
  return { ok: false, status: 503, problem: "The invitation could not be withdrawn just now. Try again." };
}
