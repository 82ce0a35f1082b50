import { type RouterContextProvider, redirectDocument } from "react-router";
import { type Action, can } from "../core/access/access";
import { openDatabase } from "../db/database";
import { findMembership } from "../db/queries/workspaces";
import { cloudflareContext, type Session, type WorkspaceAccess } from "./contexts";
import { memberOf } from "./member-of";
import { refusal } from "./refusal";
import { readSession } from "./session";

/** What loaders, actions and middleware are called with. `url` is the page's: `request.url` may ask for its `.data`. */
interface Asking {
  readonly request: Request;
  readonly url: URL;
  readonly context: Readonly<RouterContextProvider>;
}

/**
 * The session, or a redirect to the login page that leads back here. By a new document: an open page whose session ended
 * holds values in its memory that the next person to sign in there may not see.
 */
export async function requireSession({ request, url, context }: Asking): Promise<Session> {
  const session = await readSession(request.headers, context.get(cloudflareContext).env);
  if (session) return session;
  throw redirectDocument(`/login?redirectTo=${encodeURIComponent(url.pathname + url.search)}`);
}

/** The workspace of this slug or id and the person's place in it; 404 when it is foreign or there is none. */
export async function requireWorkspace(asking: Asking, slugOrId: string): Promise<WorkspaceAccess> {
  const session = await requireSession(asking);
  const db = openDatabase(asking.context.get(cloudflareContext).env.DB);
  const membership = await findMembership(db, slugOrId, session.user.id);
  if (!membership) throw refusal("not_found");
  return { session, workspace: membership.workspace, principal: memberOf(session, membership.role) };
}

/** 403 unless the member's role allows it. */
export function requireCan({ principal }: Pick<WorkspaceAccess, "principal">, action: Action): void {
  if (!can(principal, action)) throw refusal("forbidden");
}
