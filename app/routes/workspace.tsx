import { dehydrate } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Outlet, type ShouldRevalidateFunctionArgs } from "react-router";
import { can } from "../../core/access/access";
import { SESSION_ENDS_HEADER } from "../../core/protocol/session-ends-header";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { firstPaint } from "../../server/first-paint";
import { requireWorkspace } from "../../server/guards";
import { boardPlaceOf, lastBoardCookie } from "../../server/last-board";
import { AlertsProvider } from "../components/alerts/alerts-provider";
import { ALERT_STATES } from "../components/alerts/use-firing";
import { ErrorPage, ErrorWords, wordsOf } from "../components/error-page";
import { Frame } from "../components/frame/frame";
import { loadTools } from "../components/frame/load-tools";
import { MayManageContext } from "../components/frame/may-manage-context";
import { UserIdContext } from "../components/frame/user-id-context";
import { LiveHydration } from "../live/live-hydration";
import { LiveProvider } from "../live/provider";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
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

/** Coming from another page, nothing of the next one is drawn later than the rest. */
export const clientMiddleware: Route.ClientMiddlewareFunction[] = [
  async (_to, next) => {
    await Promise.all([next(), loadTools()]);
  },
];

/** Also what makes the middleware run on every navigation below: without a loader the server would not be asked. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, session, principal } = context.get(workspaceContext);
  const { id, name } = session.user;
  // A page that is open has its own keys live: only a new document brings them.
  const isDocument = !new URL(request.url).pathname.endsWith(".data");
  const own = isDocument ? await ownPaint(env, { workspace, principal }) : null;
  return { workspace, user: { id, name }, mayManage: can(principal, "member.manage"), own };
}

/** Another search is another look at the same page: who looks has not changed. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSearch = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return !isSearch && defaultShouldRevalidate;
}

/** The reader's inbox and what its lines name, and what every header says: which alerts fire. */
async function ownPaint(env: Env, { workspace, principal }: Pick<WorkspaceAccess, "workspace" | "principal">) {
  const patterns = ownPatterns(principal.userId);
  const paint = await firstPaint({ env, workspaceId: workspace.id, principal, patterns, range: 0 });
  const client = makeQueryClient();
  seed(client, workspace.id, paint, patterns);
  return { cursor: paint.cursor, live: dehydrate(client) };
}

function ownPatterns(userId: string): string[] {
  return [`$inbox.${userId}`, "$members", "$boards.*", ...ALERT_STATES];
}

/** One connection for all pages of the workspace; each draws its own frame, since it knows what the header says. */
export default function WorkspaceLayout({ loaderData }: Route.ComponentProps) {
  const { workspace, user, mayManage, own } = loaderData;
  return (
    <LiveProvider workspaceId={workspace.id} slug={workspace.slug} person={user.id}>
      <Own userId={user.id} paint={own}>
        <MayManageContext value={mayManage}>
          <AlertsProvider>
            <Outlet />
          </AlertsProvider>
        </MayManageContext>
      </Own>
    </LiveProvider>
  );
}

interface OwnProps {
  readonly userId: string;
  readonly paint: Route.ComponentProps["loaderData"]["own"];
  readonly children: ReactNode;
}

/** What every page of the workspace shows its reader, subscribed for as long as any of them is open. */
function Own({ userId, paint, children }: OwnProps) {
  // Later answers of the loader come without.
  const [first] = useState(paint);
  const patterns = useMemo(() => ownPatterns(userId), [userId]);
  useSubscription(patterns, first?.cursor ?? null);
  const inside = <UserIdContext value={userId}>{children}</UserIdContext>;
  return first === null ? inside : <LiveHydration state={first.live}>{inside}</LiveHydration>;
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
