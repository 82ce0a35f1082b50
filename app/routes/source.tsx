import { dehydrate } from "@tanstack/react-query";
import { redirect } from "react-router";
import { can } from "../../core/access/access";
import { isWritten } from "../../core/sources/written";
import { openDatabase } from "../../db/database";
import { listBoards } from "../../db/queries/boards";
import { findSource } from "../../db/queries/sources";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { sourcesHealth } from "../../server/source-health";
import { boardOfSource, duplicateSource, putSource } from "../../server/source-steps";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { RefreshLogCard } from "../components/sources/refresh-log-card";
import { SourceActions } from "../components/sources/source-actions";
import { SourceFacts } from "../components/sources/source-facts";
import { SourceKeys } from "../components/sources/source-keys";
import { SourceNotes } from "../components/sources/source-notes";
import { SourceUsers } from "../components/sources/source-users";
import { boardsUsing } from "../components/sources/used-by";
import { PageTitle } from "../components/ui/page-title";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/source";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.read");
  const { workspace, session, principal } = access;
  const db = openDatabase(env.DB);
  const source = await findSource(db, workspace.id, params.source);
  if (!source) throw refusal("not_found");
  const { slug, name, kind, interval, enabled, plan = null } = source;
  const patterns = patternsOf(slug);
  const [boards, paint, health] = await Promise.all([
    listBoards(db, workspace.id),
    firstPaint({ env, workspaceId: workspace.id, principal, patterns, range: 0 }),
    sourcesHealth(env, workspace.id, [slug]),
  ]);
  const client = makeQueryClient();
  seed(client, workspace.id, paint, patterns);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    // Nothing of the settings: an address may hold what is not for all who may look.
    source: { slug, name, kind, interval, enabled, plan, asked: !isWritten(kind) },
    health: health[slug] ?? null,
    boards: boardsUsing(slug, boards),
    mayWrite: can(principal, "source.write"),
    at: Date.now(),
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const { workspace } = access;
  const slug = params.source;
  const source = await findSource(openDatabase(env.DB), workspace.id, slug);
  if (!source) throw refusal("not_found");
  const intent = (await readForm(request)).get("intent");
  if (intent === "refresh") await liveObject(env, workspace.id).refreshNow(slug);
  else if (intent === "pause" || intent === "resume")
    await putSource(env, access, slug, { enabled: intent === "resume" });
  else if (intent === "duplicate") {
    const copy = await duplicateSource(env, access, slug);
    if (copy === null) return { problem: "It could not be copied: one of its secrets cannot be opened any more." };
    return redirect(`/w/${workspace.slug}/sources/${copy}?copied=${slug}`);
  } else if (intent === "board") {
    requireCan(access, "board.write");
    return redirect(`/w/${workspace.slug}/b/${await boardOfSource(env, access, source)}`);
  } else throw refusal("bad_input");
  return { problem: null };
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

function patternsOf(slug: string): string[] {
  return [`$sources.${slug}`, `${slug}.*`];
}

export default function SourcePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, source, health, boards, mayWrite, at, cursor, live } = loaderData;
  const { slug, name } = source;
  useSubscription(patternsOf(slug), cursor);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here={name} title={name}>
        <PageTitle note={<code>{slug}</code>} actions={mayWrite ? <SourceActions source={source} /> : null}>
          {name}
        </PageTitle>
        <SourceNotes slug={slug} problem={actionData?.problem ?? null} />
        <div className="mt-4 grid items-start gap-2 min-[1000px]:grid-cols-2">
          <div className="grid min-w-0 gap-2">
            <SourceFacts source={source} health={health} at={at} />
            {source.asked ? <RefreshLogCard log={health?.log ?? null} at={at} /> : null}
          </div>
          <div className="grid min-w-0 gap-2">
            <SourceUsers workspace={page.workspace.slug} boards={boards} />
            <SourceKeys slug={slug} />
          </div>
        </div>
      </WorkspacePage>
    </LiveHydration>
  );
}
