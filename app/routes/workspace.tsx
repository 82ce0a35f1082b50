import { Outlet } from "react-router";
import { can } from "../../core/access/access";
import { SESSION_ENDS_HEADER } from "../../core/protocol/session-ends-header";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { requireWorkspace } from "../../server/guards";
import { boardPlaceOf, lastBoardCookie } from "../../server/last-board";
import { ErrorPage, ErrorWords, wordsOf } from "../components/error-page";
import { Frame } from "../components/frame/frame";
import { MayManageContext } from "../components/frame/may-manage-context";
import { LiveProvider } from "../live/provider";
import type { Route } from "./+types/workspace";

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, url, params, context }, next) => {
    context.set(workspaceContext, await requireWorkspace({ request, url, context }, params.workspace ?? ""));
    const response = await next();
    const { session } = context.get(workspaceContext);
    response.headers.set(SESSION_ENDS_HEADER, String(session.expiresAt.getTime()));
    const place = boardPlaceOf(url.pathname);
    if (place && response.ok && request.method === "GET") {
      const secure = readEnv(context.get(cloudflareContext).env).baseUrl.startsWith("https:");
      response.headers.append("Set-Cookie", lastBoardCookie(place, secure));
    }
    return response;
  },
];

/** Also what makes the middleware run on every navigation below: without a loader the server would not be asked. */
export function loader({ context }: Route.LoaderArgs) {
  const { workspace, session, principal } = context.get(workspaceContext);
  return {
    workspace,
    user: { id: session.user.id, name: session.user.name },
    mayManage: can(principal, "member.manage"),
  };
}

/** One connection for all pages of the workspace; each draws its own frame, since it knows what the header says. */
export default function WorkspaceLayout({ loaderData: { workspace, user, mayManage } }: Route.ComponentProps) {
  return (
    <LiveProvider workspaceId={workspace.id} slug={workspace.slug} person={user.id}>
      <MayManageContext value={mayManage}>
        <Outlet />
      </MayManageContext>
    </LiveProvider>
  );
}

/** What went wrong in a page of the workspace stays inside its frame; a workspace one may not know of has none. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  if (!loaderData) return <ErrorPage error={error} />;
  const { workspace, user, mayManage } = loaderData;
  return (
    <LiveProvider workspaceId={workspace.id} slug={workspace.slug} person={user.id}>
      <MayManageContext value={mayManage}>
        <Frame workspace={workspace} user={user} here={wordsOf(error).title}>
          <ErrorWords error={error} />
        </Frame>
      </MayManageContext>
    </LiveProvider>
  );
}
