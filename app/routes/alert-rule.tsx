import { Trash2 } from "lucide";
import { data, Form, redirect } from "react-router";
import { openDatabase } from "../../db/database";
import { findRule } from "../../db/queries/alert-rules";
import { listBoardsInOrder } from "../../db/queries/boards";
import { saveRule } from "../../server/alerts";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { AlertForm } from "../components/alerts/alert-form";
import { type AlertValues, alertValuesOf, readAlertValues } from "../components/alerts/alert-values";
import { checkAlert } from "../components/alerts/check-alert";
import { conditionWords } from "../components/alerts/condition-words";
import { panelChoices } from "../components/alerts/panel-choices";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { Button } from "../components/ui/button";
import { Icon } from "../components/ui/icon";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/alert-rule";

/** `/alerts/rule/:alert`, or a new one, with what the address says of it: `?key=node.cpu&value=90`. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "alert.write");
  const { workspace, session } = access;
  const db = openDatabase(context.get(cloudflareContext).env.DB);
  const [found, boards] = await Promise.all([
    params.alert === undefined ? null : findRule(db, workspace.id, params.alert),
    listBoardsInOrder(db, workspace.id),
  ]);
  if (params.alert !== undefined && found === null) throw refusal("not_found");
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    name: found?.rule.name ?? null,
    id: params.alert,
    values: found ? alertValuesOf(found.rule, found.changedAt) : readAlertValues(new URL(request.url).searchParams),
    boards: panelChoices(boards),
  };
}

const troubles = {
  no_source: { key: "There is no source of this short name." },
  too_many: { form: "The workspace has as many rules as it may. Remove one first." },
  not_found: { form: "This rule was removed meanwhile." },
};

export async function action({ request, context, params }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "alert.write");
  const values = readAlertValues(await readForm(request));
  const checked = checkAlert(params.alert ?? crypto.randomUUID(), values);
  if (!checked.ok) return data({ values, errors: checked.errors }, { status: 422 });
  const { env } = context.get(cloudflareContext);
  const trouble = await saveRule(
    env,
    access,
    checked.rule,
    params.alert === undefined ? null : Number(values.base) || 0,
  );
  if (trouble === "changed") {
    const theirs = await findRule(openDatabase(env.DB), access.workspace.id, checked.rule.id);
    return data(overTheirs(values, theirs, readerOf(request.headers).locale), { status: 422 });
  }
  if (trouble !== null) return data({ values, errors: troubles[trouble] }, { status: 422 });
  return redirect(`/w/${access.workspace.slug}/alerts?saved=${checked.rule.id}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

/** What was typed, to be put in place of what somebody else saved meanwhile, once it was read what that is. */
function overTheirs(values: AlertValues, theirs: Awaited<ReturnType<typeof findRule>>, locale: string) {
  if (theirs === null) return { values, errors: troubles.not_found };
  const { name, key, severity } = theirs.rule;
  const now = `“${name}”, ${severity}: ${key} ${conditionWords(theirs.rule, locale)}`;
  const form = `Somebody changed this rule meanwhile. It is now ${now}. Saving again puts yours in its place.`;
  return { values: { ...values, base: String(theirs.changedAt) }, errors: { form } };
}

const noErrors = {};

export default function AlertRule({ loaderData, actionData }: Route.ComponentProps) {
  const { page, id, name, values, boards } = loaderData;
  const title = name === null ? "New rule" : `Edit ${name}`;
  return (
    <WorkspacePage {...page} here={name === null ? "New rule" : "Edit"} title={title}>
      <PageTitle
        actions={
          id === undefined ? null : (
            <Form method="post" action={`/w/${page.workspace.slug}/alerts`}>
              <input type="hidden" name="id" value={id} />
              <Button type="submit" name="act" value="remove" icon={<Icon of={Trash2} />}>
                Remove rule
              </Button>
            </Form>
          )
        }
      >
        {title}
      </PageTitle>
      <AlertForm
        slug={page.workspace.slug}
        values={actionData?.values ?? values}
        errors={actionData?.errors ?? noErrors}
        boards={boards}
      />
    </WorkspacePage>
  );
}
