import { data, redirect } from "react-router";
import { errors } from "../../core/errors";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { requireCan } from "../../server/guards";
import { log } from "../../server/log";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { applyTemplate } from "../../server/templates/apply-template";
import { askUpstream } from "../../server/templates/ask-upstream";
import { listed } from "../../server/templates/listed";
import { readAnswers } from "../../server/templates/read-answers";
import type { Answers, Template } from "../../server/templates/template";
import { templates } from "../../server/templates/templates";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { TemplateForm } from "../components/templates/template-form";
import type { TemplateResult } from "../components/templates/template-result";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/template";

export function loader({ request, params, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const template = find(context.get(cloudflareContext).env, params.template);
  return {
    page: { workspace: access.workspace, user: { name: access.session.user.name }, reader: readerOf(request.headers) },
    template: listed(template),
    asks: template.asks,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  requireCan(access, "board.write");
  const { env } = context.get(cloudflareContext);
  const { workspace } = access;
  const template = find(env, params.template);
  const form = await readForm(request);
  const answers = readAnswers(template, form);
  const intent = form.get("intent");
  const result = await look(env, workspace.id, template, answers);
  if (intent === "check") return result;
  const { sample } = result;
  const isHopeless = sample?.ok === false && ["bad_settings", "refused_address"].includes(sample.failure.code);
  if (isHopeless || (intent !== "use-anyway" && (result.problem ?? sample?.ok === false))) {
    return data(result, { status: 422 });
  }
  const board = await applyTemplate(env, workspace.id, template, answers);
  if (board === null) return data({ ...result, problem: NO_SECRETS }, { status: 422 });
  return redirect(`/w/${workspace.slug}/b/${board}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

const NO_SECRETS = "This server keeps no secrets: whoever runs it has not set SECRETS_KEY.";

async function look(env: Env, workspaceId: string, template: Template, answers: Answers): Promise<TemplateResult> {
  const secrets = template.asks.filter(({ secret }) => secret).map(({ name }) => name);
  const shown = Object.fromEntries(Object.entries(answers).filter(([name]) => !secrets.includes(name)));
  try {
    const sample = await askUpstream(env, workspaceId, template, answers);
    return { answers: shown, ...(sample ? { sample } : {}) };
  } catch (cause) {
    log.error("template_check_failed", { workspace: workspaceId, template: template.slug, cause });
    return { answers: shown, problem: errors.unavailable.text };
  }
}

function find(env: Env, slug: string): Template {
  const found = templates(readEnv(env).machineUrl !== undefined).find((one) => one.slug === slug);
  if (!found) throw refusal("not_found");
  return found;
}

export default function TemplatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, template, asks } = loaderData;
  return (
    <WorkspacePage {...page} here={template.title} title={template.title}>
      <PageTitle>{template.title}</PageTitle>
      <p className="mt-1 max-w-[640px] text-14 text-muted">{template.about}</p>
      <TemplateForm template={template} asks={asks} result={actionData} />
    </WorkspacePage>
  );
}
