import { Form, redirect, useNavigation } from "react-router";
import { openDatabase } from "../../db/database";
import { listBoards } from "../../db/queries/boards";
import { findSource } from "../../db/queries/sources";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { refusal } from "../../server/refusal";
import { takeSource } from "../../server/source-steps";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { RemovalCard } from "../components/sources/removal-card";
import { boardsUsing } from "../components/sources/used-by";
import { Button, ButtonLink } from "../components/ui/button";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/source-remove";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const { workspace, session, principal } = access;
  const db = openDatabase(env.DB);
  const source = await findSource(db, workspace.id, params.source);
  if (!source) throw refusal("not_found");
  const patterns = [`${source.slug}.*`];
  const [boards, paint] = await Promise.all([
    listBoards(db, workspace.id),
    firstPaint({ env, workspaceId: workspace.id, principal, patterns, range: 0 }),
  ]);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    source: { slug: source.slug, name: source.name },
    keys: paint.values.map(({ key }) => key).sort(),
    boards: boardsUsing(source.slug, boards),
  };
}

export async function action({ context, params }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  if (!(await takeSource(env, access, params.source))) throw refusal("not_found");
  return redirect(`/w/${access.workspace.slug}/sources?removed=${params.source}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function RemoveSource({ loaderData }: Route.ComponentProps) {
  const { page, source, keys, boards } = loaderData;
  const workspace = page.workspace.slug;
  const removing = useNavigation().formData !== undefined;
  return (
    <WorkspacePage {...page} here="Remove a source" title={`Remove ${source.name}`}>
      <div className="grid max-w-[720px] gap-4">
        <PageTitle>Remove {source.name}?</PageTitle>
        <RemovalCard workspace={workspace} slug={source.slug} keys={keys} boards={boards} />
        <Form method="post" className="flex flex-wrap gap-2">
          <Button type="submit" size="big" variant="prime" off={removing}>
            {removing ? "Removing…" : "Remove source and keys"}
          </Button>
          <ButtonLink to={`/w/${workspace}/sources`} size="big">
            Keep it
          </ButtonLink>
        </Form>
      </div>
    </WorkspacePage>
  );
}
