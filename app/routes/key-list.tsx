import { dehydrate } from "@tanstack/react-query";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { findKeys, keyQuestion } from "../../server/find-keys";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { KeyBrowser } from "../components/key-list/key-browser";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/key-list";

/** How far back sparks look, in milliseconds. */
const RANGE = 15 * 60_000;
/** Rows of a screen. */
const SCREEN = 25;

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const { workspace, session, principal } = access;
  const found = await findKeys(env, access, keyQuestion(url.searchParams));
  const patterns = ["$sources.*", `$followed.${session.user.id}`];
  // What one follows opens with its sparks: those of a screen of rows, however many keys there are.
  const first = found.followed ? found.keys.slice(0, SCREEN).map(({ key }) => key) : [];
  const painted = [...patterns, ...first];
  const range = first.length > 0 ? RANGE : 0;
  const paint = await firstPaint({ env, workspaceId: workspace.id, principal, patterns: painted, range });
  const client = makeQueryClient();
  seed(client, workspace.id, paint, painted);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    userId: session.user.id,
    found,
    patterns,
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export default function KeyListPage({ loaderData }: Route.ComponentProps) {
  const { page, userId, found, patterns, cursor, live } = loaderData;
  useSubscription(patterns, cursor, RANGE);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Keys" title="Keys">
        <KeyBrowser slug={page.workspace.slug} {...{ userId, found }} range={RANGE} />
      </WorkspacePage>
    </LiveHydration>
  );
}
