import { data, redirect } from "react-router";
import { errors } from "../../core/errors";
import type { SourceDefinition } from "../../core/sources/definition";
import { isWritten } from "../../core/sources/written";
import { openDatabase } from "../../db/database";
import { findSource } from "../../db/queries/sources";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { log } from "../../server/log";
import { cronProblem } from "../../server/next-time";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { putSource } from "../../server/source-steps";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { checkDraft, checkNaming, intervalOf } from "../components/sources/check-source";
import { draftFingerprint } from "../components/sources/draft-fingerprint";
import type { FormResult } from "../components/sources/form-result";
import { checkPlan, type PlanValues, planValuesOf, readPlan } from "../components/sources/plan-values";
import { SourceForm } from "../components/sources/source-form";
import { emptyRule, readValues, type SourceValues, withoutSecrets } from "../components/sources/source-values";
import { valuesOf } from "../components/sources/values-of";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/source-edit";

const LOST_SECRET = "A secret could not be kept: this server has no key for it. See docs/sources/secrets.md.";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const { workspace, session } = access;
  const source = await findSource(openDatabase(context.get(cloudflareContext).env.DB), workspace.id, params.source);
  if (!source) throw refusal("not_found");
  const reader = readerOf(request.headers);
  return {
    page: { workspace, user: { name: session.user.name }, reader },
    name: source.name,
    values: valuesOf(source),
    plan: planValuesOf(source.plan, reader.timeZone),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const source = await findSource(openDatabase(env.DB), access.workspace.id, params.source);
  if (!source) throw refusal("not_found");
  const form = await readForm(request);
  const { kind, slug } = source;
  const desk: Desk = { env, access, source, values: { ...readValues(form), kind, slug }, plan: readPlan(form) };
  const result = await answer(desk, form.get("intent"), form.get("tested"));
  if (result instanceof Response) return result;
  const told = { ...result, values: withoutSecrets(result.values), plan: desk.plan };
  // A form that was not taken is a 422: after an error status nothing on the page is asked for again.
  return data(told, { status: Object.keys(result.errors).length > 0 ? 422 : 200 });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

interface Desk {
  readonly env: Env;
  readonly access: WorkspaceAccess;
  /** As it is kept. */
  readonly source: SourceDefinition;
  readonly values: SourceValues;
  readonly plan: PlanValues;
}

function answer(desk: Desk, intent: FormDataEntryValue | null, tried: FormDataEntryValue | null) {
  const { values } = desk;
  const isSaving = intent === "save" || intent === "save-anyway" || (isWritten(values.kind) && intent === "test");
  if (isSaving) return save(desk, intent !== "save" || isWritten(values.kind) || tried === draftFingerprint(values));
  if (intent === "test") return tested(desk);
  const rules =
    intent === "add-rule" ? [...values.rules, emptyRule] : values.rules.filter((_, i) => intent !== `drop-rule:${i}`);
  return { values: { ...values, rules }, errors: {} };
}

/** Tried with the secrets that are kept, as far as the draft may have them. */
async function tested({ env, access: { workspace }, source, values }: Desk): Promise<FormResult> {
  const checked = checkDraft(values, source.settings);
  if (!checked.ok) return { values, errors: checked.errors };
  try {
    const sample = await liveObject(env, workspace.id).sample({ ...checked.draft, id: source.id });
    return { values, errors: {}, sample, tested: draftFingerprint(values) };
  } catch (cause) {
    log.error("source_sample_failed", { workspace: workspace.id, cause });
    return { values, errors: { form: errors.unavailable.text } };
  }
}

async function save(desk: Desk, known: boolean): Promise<FormResult | Response> {
  const { env, access, source, values } = desk;
  const { workspace } = access;
  const checked = checkDraft(values, source.settings);
  const timed = checkPlan(desk.plan, (cron) => cronProblem(cron, Date.now()));
  const wrong = { ...(checked.ok ? {} : checked.errors), ...checkNaming(values), ...timed.errors };
  if (!checked.ok || Object.keys(wrong).length > 0) return { values, errors: wrong };
  if (!known) {
    const result = await tested(desk);
    if (!result.sample?.ok) return result;
  }
  const sealed = await liveObject(env, workspace.id).sealed(source.id, checked.draft.settings);
  if (!sealed.ok) return { values, errors: { form: LOST_SECRET } };
  const change = { name: values.name, interval: intervalOf(values), plan: timed.plan, settings: sealed.settings };
  if (!(await putSource(env, access, source.slug, change))) throw refusal("not_found");
  return redirect(`/w/${workspace.slug}/sources/${source.slug}?saved`);
}

export default function EditSource({ loaderData, actionData }: Route.ComponentProps) {
  const { page, name, values, plan } = loaderData;
  return (
    <WorkspacePage {...page} here="Edit" title={`Edit ${name}`}>
      <PageTitle>Edit {name}</PageTitle>
      <SourceForm values={actionData?.values ?? values} plan={actionData?.plan ?? plan} posted={actionData} existing />
    </WorkspacePage>
  );
}
