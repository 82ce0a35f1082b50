import { LayoutTemplate } from "lucide";
import { data, redirect, useSearchParams } from "react-router";
import { errors } from "../../core/errors";
import { isWritten } from "../../core/sources/written";
import { openDatabase } from "../../db/database";
import { findSource, insertSource } from "../../db/queries/sources";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { log } from "../../server/log";
import { cronProblem } from "../../server/next-time";
import { readForm } from "../../server/read-form";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { checkDraft, checkNaming, intervalOf } from "../components/sources/check-source";
import { draftFingerprint } from "../components/sources/draft-fingerprint";
import type { FormResult } from "../components/sources/form-result";
import { checkPlan, type PlanValues, planValuesOf, readPlan } from "../components/sources/plan-values";
import { SourceForm } from "../components/sources/source-form";
import {
  emptyRule,
  emptyValues,
  readValues,
  type SourceValues,
  withoutSecrets,
} from "../components/sources/source-values";
import { ButtonLink } from "../components/ui/button";
import { Icon } from "../components/ui/icon";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/source-new";

const NO_SECRETS =
  "This server has no key to keep secrets with. Its operator sets SECRETS_KEY: see docs/sources/secrets.md.";
const SLUG_TAKEN = "Another source of this workspace has this short name.";

export function loader({ request, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const { workspace, session } = access;
  return { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const form = await readForm(request);
  const intent = form.get("intent");
  const values = readValues(form);
  const plan = readPlan(form);
  const desk: Desk = { env: context.get(cloudflareContext).env, workspace: access.workspace, values, plan };
  const result = await answer(desk, intent, form.get("tested"));
  return result instanceof Response ? result : told({ ...result, plan });
}

/** A lost connection must not take the page, and what is typed on it, away. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const sent = request.clone();
  try {
    return await serverAction();
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    const lost = "The server could not be reached. Check the connection and try again.";
    return told({ values: readValues(await sent.formData()), errors: { form: lost } });
  }
}

/** A form that was not taken is a 422: after an error status nothing on the page is asked for again. */
function told(result: FormResult) {
  return data(
    { ...result, values: withoutSecrets(result.values) },
    { status: Object.keys(result.errors).length > 0 ? 422 : 200 },
  );
}

interface Desk {
  readonly env: Env;
  readonly workspace: { readonly id: string; readonly slug: string };
  readonly values: SourceValues;
  readonly plan: PlanValues;
}

function answer(desk: Desk, intent: FormDataEntryValue | null, tried: FormDataEntryValue | null) {
  const { values } = desk;
  // There is nothing to test; Enter in a field asks for it all the same.
  const written = isWritten(values.kind);
  if (written && (intent === "test" || intent === "save")) return save(desk, true);
  if (intent === "test") return tested(desk);
  if (intent === "save") return save(desk, tried === draftFingerprint(values));
  if (intent === "save-anyway") return save(desk, true);
  return { values: { ...values, rules: rulesAfter(values, intent) }, errors: {} };
}

async function tested({ env, workspace, values }: Desk): Promise<FormResult> {
  const checked = checkDraft(values);
  if (!checked.ok) return { values, errors: checked.errors };
  try {
    const sample = await liveObject(env, workspace.id).sample(checked.draft);
    return { values, errors: {}, sample, tested: draftFingerprint(values) };
  } catch (cause) {
    log.error("source_sample_failed", { workspace: workspace.id, cause });
    return { values, errors: { form: errors.unavailable.text } };
  }
}

async function save(desk: Desk, known: boolean): Promise<FormResult | Response> {
  const { env, workspace, values } = desk;
  const db = openDatabase(env.DB);
  const checked = checkDraft(values);
  const timed = checkPlan(desk.plan, (cron) => cronProblem(cron, Date.now()));
  const wrong: Record<string, string> = {
    ...(checked.ok ? {} : checked.errors),
    ...checkNaming(values),
    ...timed.errors,
  };
  if (!wrong.slug && (await findSource(db, workspace.id, values.slug))) wrong.slug = SLUG_TAKEN;
  if (!checked.ok || Object.keys(wrong).length > 0) return { values, errors: wrong };
  if (!known) {
    const result = await tested(desk);
    if (!result.sample?.ok) return result;
  }
  const { slug, kind, settings } = checked.draft;
  const { name } = values;
  const id = crypto.randomUUID();
  const sealed = await liveObject(env, workspace.id).sealed(id, settings);
  if (!sealed.ok) return { values, errors: { form: NO_SECRETS } };
  const made = { id, slug, name, kind, settings: sealed.settings, interval: intervalOf(values), plan: timed.plan };
  const added = await insertSource(db, workspace.id, { ...made, now: new Date() });
  if (!added) return { values, errors: { slug: SLUG_TAKEN } };
  await liveObject(env, workspace.id).sourcesChanged();
  return redirect(`/w/${workspace.slug}/sources?added=${slug}`);
}

/** Adding and removing a rule without JavaScript: the page comes back with one line more or less. */
function rulesAfter({ rules }: SourceValues, intent: FormDataEntryValue | null) {
  if (intent === "add-rule") return [...rules, emptyRule];
  return rules.filter((_, index) => intent !== `drop-rule:${index}`);
}

export default function NewSource({ loaderData, actionData }: Route.ComponentProps) {
  // What a board names and is not there is made under that name.
  const slug = useSearchParams()[0].get("slug") ?? "";
  return (
    <WorkspacePage {...loaderData} here="New source" title="New source">
      <PageTitle
        actions={
          <ButtonLink to={`/w/${loaderData.workspace.slug}/templates`} icon={<Icon of={LayoutTemplate} />}>
            From a template
          </ButtonLink>
        }
      >
        New source
      </PageTitle>
      <SourceForm
        values={actionData?.values ?? { ...emptyValues, slug }}
        plan={actionData?.plan ?? planValuesOf(null, loaderData.reader.timeZone)}
        posted={actionData}
      />
    </WorkspacePage>
  );
}
