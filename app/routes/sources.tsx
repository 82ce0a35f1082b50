import { dehydrate } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { can } from "../../core/access/access";
import { openDatabase } from "../../db/database";
import { findSource, listSources } from "../../db/queries/sources";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { refusal } from "../../server/refusal";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sourceOrder } from "../components/sources/source-order";
import { SourcesEmpty } from "../components/sources/sources-empty";
import { SourcesNews } from "../components/sources/sources-news";
import { SourcesTable } from "../components/sources/sources-table";
import { SOURCE_STATES } from "../components/sources/use-source-states";
import { ButtonLink } from "../components/ui/button";
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
  const [sources, paint] = await Promise.all([
    listSources(openDatabase(env.DB), workspace.id),
    firstPaint({ env, workspaceId: workspace.id, principal, patterns: SOURCE_STATES, range: 0 }),
  ]);
  const client = makeQueryClient();
  seed(client, workspace.id, paint, SOURCE_STATES);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    sources: sourceOrder(sources, paint.values).map(({ slug, name, kind, interval }) => ({
      slug,
      name,
      kind,
      interval,
    })),
    mayWrite: can(principal, "source.write"),
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const form = await request.formData();
  const slug = form.get("slug");
  if (form.get("intent") !== "refresh" || typeof slug !== "string") throw refusal("bad_input");
  if (!(await findSource(openDatabase(env.DB), access.workspace.id, slug))) throw refusal("not_found");
  await liveObject(env, access.workspace.id).refreshNow(slug);
  return { asked: slug };
}

export default function Sources({ loaderData }: Route.ComponentProps) {
  const { page, sources, mayWrite, cursor, live } = loaderData;
  useSubscription(SOURCE_STATES, cursor);
  const newSource = mayWrite ? (
    <ButtonLink to="new" variant="prime" icon={<Plus aria-hidden />}>
      New source
    </ButtonLink>
  ) : null;
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Sources" title="Sources">
        <PageTitle note={sources.length} actions={sources.length > 0 ? newSource : null}>
          Sources
        </PageTitle>
        <SourcesNews sources={sources} />
        {sources.length === 0 ? (
          <SourcesEmpty mayWrite={mayWrite} />
        ) : (
          <SourcesTable sources={sources} mayWrite={mayWrite} />
        )}
      </WorkspacePage>
    </LiveHydration>
  );
}
