import { dehydrate } from "@tanstack/react-query";
import { Plus } from "lucide";
import { can } from "../../core/access/access";
import { openDatabase } from "../../db/database";
import { findSource, listSources } from "../../db/queries/sources";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { sourcesHealth } from "../../server/source-health";
import { returnSource } from "../../server/source-steps";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { fitsFilter, lineOf } from "../components/sources/source-line";
import { sourceOrder } from "../components/sources/source-order";
import { SourcesEmpty } from "../components/sources/sources-empty";
import { SourcesNews } from "../components/sources/sources-news";
import { SourcesTable } from "../components/sources/sources-table";
import { SOURCE_STATES } from "../components/sources/use-source-states";
import { ButtonLink } from "../components/ui/button";
import { Icon } from "../components/ui/icon";
import { ListSearch } from "../components/ui/list-search";
import { PageTitle } from "../components/ui/page-title";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/sources";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.read");
  const { workspace, session, principal } = access;
  const sources = await listSources(openDatabase(env.DB), workspace.id);
  const [paint, health] = await Promise.all([
    firstPaint({ env, workspaceId: workspace.id, principal, patterns: SOURCE_STATES, range: 0 }),
    sourcesHealth(
      env,
      workspace.id,
      sources.map(({ slug }) => slug),
    ),
  ]);
  const lines = sourceOrder(sources, paint.values).map((source) => lineOf(source, health[source.slug]));
  const filter = new URL(request.url).searchParams.get("q") ?? "";
  const client = makeQueryClient();
  seed(client, workspace.id, paint, SOURCE_STATES);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    sources: lines.filter((line) => fitsFilter(line, filter)),
    calls: lines.reduce((sum, line) => sum + (line.health?.callsPastHour ?? 0), 0),
    total: sources.length,
    filter,
    callsAnHour: readEnv(env).callsAnHour,
    at: Date.now(),
    mayWrite: can(principal, "source.write"),
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const form = await readForm(request);
  const [slug, intent] = [form.get("slug"), form.get("intent")];
  if (typeof slug !== "string") throw refusal("bad_input");
  if (intent === "restore") return { restored: await returnSource(env, access, slug) };
  if (intent !== "refresh") throw refusal("bad_input");
  if (!(await findSource(openDatabase(env.DB), access.workspace.id, slug))) throw refusal("not_found");
  await liveObject(env, access.workspace.id).refreshNow(slug);
  return { asked: slug };
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function Sources({ loaderData }: Route.ComponentProps) {
  const { page, sources, total, filter, calls, callsAnHour, at, mayWrite, cursor, live } = loaderData;
  useSubscription(SOURCE_STATES, cursor);
  const newSource = mayWrite ? (
    <ButtonLink to="new" variant="prime" icon={<Icon of={Plus} />}>
      New source
    </ButtonLink>
  ) : null;
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Sources" title="Sources">
        <PageTitle
          note={total}
          actions={
            total === 0 ? null : (
              <>
                <div className="flex w-55 phone:w-full">
                  <ListSearch label="Filter sources" placeholder="Filter by name" value={filter} />
                </div>
                {newSource}
              </>
            )
          }
        >
          Sources
        </PageTitle>
        <SourcesNews sources={sources} mayWrite={mayWrite} />
        {total === 0 ? (
          <SourcesEmpty mayWrite={mayWrite} />
        ) : (
          <SourcesTable
            sources={sources}
            mayWrite={mayWrite}
            calls={{ made: calls, most: callsAnHour }}
            at={at}
            asked={filter}
            total={total}
          />
        )}
      </WorkspacePage>
    </LiveHydration>
  );
}
