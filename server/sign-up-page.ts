import { openDatabase } from "../db/database";
import type { PendingInvitation } from "../db/queries/invitations";
import { anyWorkspace, listMemberships } from "../db/queries/workspaces";
import type { Session } from "./contexts";
import { homePath } from "./home-path";
import { readSession } from "./session";
import { ADDRESS_TAKEN, signUpFacts } from "./sign-up";
import { PASSWORD_MIN } from "./signup-form";
import { doorOf, mayMakeWorkspace } from "./signup-policy";

type Facts = Awaited<ReturnType<typeof signUpFacts>>;

/** What /signup shows: the form for whoever may come in, one step for those who have an account, or why there is none. */
export async function signUpPage(request: Request, env: Env, { invite, now }: { invite: string | null; now: Date }) {
  const [facts, session] = await Promise.all([signUpFacts(env, invite, now), readSession(request.headers, env)]);
  return session ? signedIn(request, env, session, facts) : signedOut(facts, invite);
}

function signedOut(facts: Facts, invite: string | null) {
  const door = doorOf(facts);
  const { invitation } = facts;
  const invitationLost = invite !== null && invitation === null;
  const back = invitation ? `?redirectTo=${encodeURIComponent(`/signup?invite=${invitation.id}`)}` : "";
  const logIn = `/login${back}`;
  if (door === "closed" || door === "invitation_needed") {
    return { is: "shut" as const, why: door, invitationLost, logIn };
  }
  return {
    is: "account" as const,
    first: !facts.people,
    needsToken: door === "token",
    invitation: invitation && { ...shown(invitation), email: invitation.email },
    invitationLost,
    passwordMin: PASSWORD_MIN,
    addressTaken: ADDRESS_TAKEN,
    logIn,
  };
}

async function signedIn(request: Request, env: Env, session: Session, { invitation, mode }: Facts) {
  const { email } = session.user;
  const memberships = await listMemberships(openDatabase(env.DB), session.user.id);
  if (invitation) {
    const { slug } = invitation.workspace;
    if (memberships.some(({ workspace }) => workspace.slug === slug))
      return { is: "elsewhere" as const, path: `/w/${slug}` };
    if (invitation.email.toLowerCase() !== email) return { is: "stuck" as const, why: "other_address" as const, email };
    return { is: "join" as const, invitation: shown(invitation), email };
  }
  if (memberships.length > 0) return { is: "elsewhere" as const, path: await homePath(request, env, session.user.id) };
  const may = mayMakeWorkspace(mode, { any: await anyWorkspace(openDatabase(env.DB)), owned: false });
  return may ? { is: "make" as const, email } : { is: "stuck" as const, why: "no_workspace" as const, email };
}

function shown({ id, workspace }: PendingInvitation) {
  return { id, workspace: workspace.name };
}
