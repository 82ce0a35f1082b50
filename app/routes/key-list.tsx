import { dehydrate } from "@tanstack/react-query";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { findKeys, keyQuestion } from "../../server/find-keys";
import { firstPaint } from "../../server/first-paint";
import { followedPaint } from "../../server/followed-paint";
import { requireCan } from "../../server/guards";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { KeyBrowser } from "../components/key-list/key-browser";
import { isFollowedTab } from "../components/key-list/key-place";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/key-list";

/** How far back sparks look, in milliseconds. */
const RANGE = 15 * 60_000;

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const { workspace, session, principal } = access;
  const own = { env, workspaceId: workspace.id, principal, range: RANGE };
  const patterns = ["$sources.*", `$followed.${session.user.id}`];
  const [painted, found] = await Promise.all([
    isFollowedTab(url.searchParams)
      ? followedPaint({ ...own, patterns })
      : firstPaint({ ...own, patterns, range: 0 }).then((paint) => ({ patterns, paint })),
    findKeys(env, access, keyQuestion(url.searchParams)),
  ]);
  const client = makeQueryClient();
  seed(client, workspace.id, painted.paint, painted.patterns);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    userId: session.user.id,
    found,
    patterns: painted.patterns,
    cursor: painted.paint.cursor,
    live: dehydrate(client),
  };
}

export default function KeyListPage({ loaderData }: Route.ComponentProps) {
  const { page, userId, found, patterns, cursor, live } = loaderData;
  useSubscription(patterns, cursor, RANGE);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Keys" title="Keys">
        <KeyBrowser slug={page.workspace.slug} userId={userId} found={found} seeded={patterns} range={RANGE} />
      </WorkspacePage>
    </LiveHydration>
  );
}
