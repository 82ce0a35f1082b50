import { dehydrate } from "@tanstack/react-query";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { findKeys } from "../../server/find-keys";
import { followedPaint } from "../../server/followed-paint";
import { requireCan } from "../../server/guards";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { MyKeys } from "../components/people/my-keys";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/my-keys";

/** How far back sparks look, in milliseconds. */
const RANGE = 15 * 60_000;

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const { workspace, session, principal } = access;
  const [{ patterns, paint }, found] = await Promise.all([
    followedPaint({ env, workspaceId: workspace.id, principal, patterns: ["$sources.*"], range: RANGE }),
    findKeys(env, access, url.searchParams.get("q") ?? ""),
  ]);
  const client = makeQueryClient();
  seed(client, workspace.id, paint, patterns);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    userId: session.user.id,
    found,
    patterns,
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export default function MyKeysPage({ loaderData }: Route.ComponentProps) {
  const { page, userId, found, patterns, cursor, live } = loaderData;
  useSubscription(patterns, cursor, RANGE);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="My keys" title="My keys">
        <MyKeys slug={page.workspace.slug} userId={userId} found={found} seeded={patterns} range={RANGE} />
      </WorkspacePage>
    </LiveHydration>
  );
}
