import { Plus } from "lucide";
import { redirect } from "react-router";
import { can } from "../../core/access/access";
import { openDatabase } from "../../db/database";
import { listRules } from "../../db/queries/alert-rules";
import { listSources } from "../../db/queries/sources";
import { actOnAlerts, removeRule, restoreRule } from "../../server/alerts";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { AlertsEmpty } from "../components/alerts/alerts-empty";
import { AlertsNews } from "../components/alerts/alerts-news";
import { AlertsView } from "../components/alerts/alerts-view";
import { parseAct } from "../components/alerts/parse-act";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { ButtonLink } from "../components/ui/button";
import { Icon } from "../components/ui/icon";
import { ListSearch } from "../components/ui/list-search";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/alerts";

/** How rules stand comes with the states, which every page of the workspace has. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "alert.read");
  const { workspace, session, principal } = access;
  const db = openDatabase(context.get(cloudflareContext).env.DB);
  const [rules, sources] = await Promise.all([listRules(db, workspace.id), listSources(db, workspace.id)]);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    rules,
    sources: sources.map(({ slug }) => slug),
    asked: new URL(request.url).searchParams.get("q") ?? "",
    mayWrite: can(principal, "alert.write"),
  };
}

/** What somebody does about rules: from here, and from the list of alerts on every other page. */
export async function action({ request, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "alert.write");
  const form = await readForm(request);
  const ids = form.getAll("id").filter((id) => typeof id === "string");
  const what = form.get("act");
  if (typeof what !== "string") throw refusal("bad_input");
  const to = await done(context.get(cloudflareContext).env, access, ids, what);
  if (to === null) throw refusal("not_found");
  return redirect(`/w/${access.workspace.slug}/alerts${to}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

/** Does it, with the first of them where it is for one; where to go then, or null where there is no such rule. */
async function done(env: Env, access: WorkspaceAccess, ids: string[], what: string): Promise<string | null> {
  const [id] = ids;
  if (id === undefined) throw refusal("bad_input");
  if (what === "remove") {
    // One that is gone already is gone, whoever was first.
    await removeRule(env, access, id);
    return `?removed=${encodeURIComponent(id)}`;
  }
  if (what === "restore") return (await restoreRule(env, access, id)) ? "" : null;
  const act = parseAct(what);
  if (act === null) throw refusal("bad_input");
  return (await actOnAlerts(env, access, ids, act)) ? "" : null;
}

export default function Alerts({ loaderData: { page, rules, sources, asked, mayWrite } }: Route.ComponentProps) {
  const isEmpty = rules.length === 0;
  return (
    <WorkspacePage {...page} here="Alerts" title="Alerts">
      <PageTitle
        actions={
          isEmpty ? null : (
            <>
              <div className="flex w-55 phone:w-full">
                <ListSearch label="Search rules" placeholder="Name or key" value={asked} />
              </div>
              {mayWrite ? (
                <ButtonLink to="rule" variant="prime" icon={<Icon of={Plus} />}>
                  New rule
                </ButtonLink>
              ) : null}
            </>
          )
        }
      >
        Alerts
      </PageTitle>
      <AlertsNews rules={rules} />
      {isEmpty ? (
        <AlertsEmpty mayWrite={mayWrite} />
      ) : (
        <AlertsView slug={page.workspace.slug} rules={rules} sources={sources} asked={asked} />
      )}
    </WorkspacePage>
  );
}
