import { dehydrate } from "@tanstack/react-query";
import { data, type ShouldRevalidateFunctionArgs } from "react-router";
import { can } from "../../core/access/access";
import { isKeyName, sourceOf } from "../../core/keys/name";
import type { KeyState } from "../../core/protocol/snapshot";
import { openDatabase } from "../../db/database";
import { listBoards } from "../../db/queries/boards";
import { findSource } from "../../db/queries/sources";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { keyPoints } from "../../server/key-changes";
import { keyLogOf } from "../../server/key-log";
import { nearestKeys } from "../../server/nearest-keys";
import { within } from "../../server/within";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { keyBoard } from "../components/key-page/key-board";
import { KeyView } from "../components/key-page/key-view";
import { NoSuchKey } from "../components/key-page/no-such-key";
import { panelsUsing } from "../components/key-page/used-by";
import { RangeContext } from "../components/range/range-context";
import { useUrlRange } from "../components/range/use-url-range";
import { RECENT } from "../live/history/asked-range";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/key-page";

/** How far back the chart looks when nothing else is asked for, in milliseconds. */
const SPAN = 3_600_000;
/** How long the first paint waits for the log, in milliseconds. */
const LOG_DEADLINE = 150;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const { workspace, session, principal } = access;
  const { key } = params;
  const slug = sourceOf(key);
  const patterns = [key, `$sources.${slug}`, `$followed.${session.user.id}`];
  const isName = isKeyName(key) && !key.startsWith("$");
  const paint = await firstPaint({
    env,
    workspaceId: workspace.id,
    principal,
    patterns: isName ? patterns : patterns.slice(2),
    range: RECENT,
  });
  const state = isName ? paint.values.find((one) => one.key === key) : undefined;
  const client = makeQueryClient();
  seed(client, workspace.id, paint, patterns);
  const answer = {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    userId: session.user.id,
    name: key,
    patterns,
    cursor: paint.cursor,
    now: paint.now,
    live: dehydrate(client),
    mayRetry: can(principal, "source.write"),
    baseUrl: readEnv(env).baseUrl,
  };
  if (!state) return data({ ...answer, view: null, nearest: await nearestKeys(env, access, key) }, { status: 404 });
  return data({ ...answer, view: await viewOf(env, access, state), nearest: [] });
}

/** What the page tells of a key beside its value. */
async function viewOf(env: Env, access: WorkspaceAccess, state: KeyState) {
  const { workspace, principal } = access;
  const db = openDatabase(env.DB);
  const [source, boards, recorded, log] = await Promise.all([
    findSource(db, workspace.id, sourceOf(state.key)),
    listBoards(db, workspace.id),
    state.meta.kind === "series" ? keyPoints(env, access, state.key) : [],
    within(LOG_DEADLINE, keyLogOf(env, access, state.key)),
  ]);
  const mayWrite = can(principal, "board.write");
  return {
    name: state.key,
    meta: state.meta,
    source: { name: source?.name ?? sourceOf(state.key), kind: source?.kind ?? "" },
    document: keyBoard(state),
    recorded,
    // The page asks again by itself for what was not there in time.
    log: log.ok ? log.value : null,
    usedBy: panelsUsing(state.key, boards),
    boards: mayWrite ? boards.map(({ slug, document }) => ({ slug, title: document.title })) : [],
  };
}

/** The socket keeps an open page true, and its ranges are fetched by themselves. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.workspace !== nextParams.workspace || currentParams.key !== nextParams.key;
}

export default function KeyPage({ loaderData }: Route.ComponentProps) {
  const { page, userId, name, patterns, cursor, now, live, mayRetry, baseUrl, view, nearest } = loaderData;
  useSubscription(view ? patterns : [], cursor, RECENT);
  const range = useUrlRange(SPAN, now);
  return (
    <LiveHydration state={live}>
      <RangeContext value={range}>
        <WorkspacePage {...page} here={name} title={name}>
          {view === null ? (
            <NoSuchKey name={name} nearest={nearest} />
          ) : (
            <KeyView key={name} slug={page.workspace.slug} {...view} {...{ userId, mayRetry, baseUrl }} />
          )}
        </WorkspacePage>
      </RangeContext>
    </LiveHydration>
  );
}
