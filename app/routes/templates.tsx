import { Plus } from "lucide-react";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { requireCan } from "../../server/guards";
import { listed } from "../../server/templates/listed";
import { templates } from "../../server/templates/templates";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { TemplateCard } from "../components/templates/template-card";
import { ButtonLink } from "../components/ui/button";
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
  return (
    <WorkspacePage {...page} here="Templates" title="Templates">
      <PageTitle
        note={offered.length}
        actions={
          <ButtonLink to={`/w/${page.workspace.slug}/sources/new`} icon={<Plus aria-hidden />}>
            Source of your own
          </ButtonLink>
        }
      >
        Templates
      </PageTitle>
      <p className="mt-1 max-w-[640px] text-14 text-muted">
        A template makes its sources and a board in one step. The values are read from here just now.
      </p>
      <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(320px,100%),1fr))] gap-2">
        {offered.map((template) => (
          <TemplateCard key={template.slug} template={template} />
        ))}
      </ul>
    </WorkspacePage>
  );
}
