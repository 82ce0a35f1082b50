import { Plus } from "lucide";
import { Link, useSearchParams } from "react-router";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { requireCan } from "../../server/guards";
import { listed } from "../../server/templates/listed";
import { templates } from "../../server/templates/templates";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { Gallery } from "../components/templates/gallery";
import { ButtonLink } from "../components/ui/button";
import { Icon } from "../components/ui/icon";
import { ListSearch } from "../components/ui/list-search";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/templates";

export function loader({ request, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const { machineUrl } = readEnv(context.get(cloudflareContext).env);
  return {
    page: { workspace: access.workspace, user: { name: access.session.user.name }, reader: readerOf(request.headers) },
    templates: templates(machineUrl !== undefined).map(listed),
  };
}

export default function Templates({ loaderData }: Route.ComponentProps) {
  const { page, templates: offered } = loaderData;
  const [search] = useSearchParams();
  const isFirst = search.has("first");
  const asked = search.get("q") ?? "";
  return (
    <WorkspacePage {...page} here="Templates" title="Templates">
      <PageTitle
        note={offered.length}
        actions={
          <>
            <div className="flex w-55 phone:w-full">
              <ListSearch label="Search templates" placeholder="Search templates" value={asked} keep={["first"]} />
            </div>
            <ButtonLink to={`/w/${page.workspace.slug}/sources/new`} icon={<Icon of={Plus} />}>
              Source of your own
            </ButtonLink>
          </>
        }
      >
        Templates
      </PageTitle>
      <p className="mt-1 max-w-[640px] text-14 text-muted phone:mt-2">
        {isFirst ? `${page.workspace.name} is ready. ` : ""}A template makes its sources and a board in one step. The
        values are read from here just now.
        {isFirst ? <ToTeam slug={page.workspace.slug} /> : null}
      </p>
      <Gallery templates={offered} asked={asked} />
    </WorkspacePage>
  );
}

/** A new workspace has a board to meet on, whatever is chosen here. */
function ToTeam({ slug }: { slug: string }) {
  return (
    <>
      {" "}
      Or begin with{" "}
      <Link to={`/w/${slug}/b/team`} className="text-accent underline underline-offset-2">
        the team's board
      </Link>
      , where a list, a note and a discussion wait.
    </>
  );
}
