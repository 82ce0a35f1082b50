import * as v from "valibot";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { dropSigningSecret, makeSigningSecret, pushAccess, setOrigins } from "../../server/push-access";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { pushSettings } from "../../sources/push/settings";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { BeaconCard } from "../components/sources/push/beacon-card";
import { WebhookCard } from "../components/sources/push/webhook-card";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/source-push";

const NO_KEY =
  "This server has no key to keep secrets with. Its operator sets SECRETS_KEY: see docs/sources/secrets.md.";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const { workspace, session } = access;
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    access: await pushAccess(env, access, params.source),
  };
}

interface Answer {
  /** Shown once: nobody can read it again. */
  readonly secret?: string;
  readonly problem?: string;
  readonly origins?: string;
}

export async function action({ request, context, params }: Route.ActionArgs): Promise<Answer> {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "source.write");
  const form = await readForm(request);
  const intent = form.get("intent");
  if (intent === "make-secret") {
    const secret = await makeSigningSecret(env, access, params.source);
    return secret === null ? { problem: NO_KEY } : { secret };
  }
  if (intent === "drop-secret") {
    await dropSigningSecret(env, access, params.source);
    return {};
  }
  if (intent !== "origins") throw refusal("bad_input");
  const typed = form.get("origins");
  const text = typeof typed === "string" ? typed : "";
  const parsed = v.safeParse(pushSettings, { origins: text.split(/\s+/).filter((origin) => origin !== "") });
  if (!parsed.success) return { origins: text, problem: parsed.issues[0]?.message ?? "Not a list of origins." };
  await setOrigins(env, access, params.source, parsed.output.origins);
  return {};
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function SourcePush({ loaderData, actionData }: Route.ComponentProps) {
  const { page, access } = loaderData;
  const wrong = actionData?.origins === undefined ? undefined : actionData.problem;
  return (
    <WorkspacePage {...page} here={`Pushing to ${access.name}`} title={`Pushing to ${access.name}`}>
      <PageTitle note={<code>{access.slug}</code>}>Pushing to {access.name}</PageTitle>
      <div className="mt-4 grid items-start gap-2 min-[1000px]:grid-cols-2">
        <WebhookCard access={access} secret={actionData?.secret} problem={wrong ? undefined : actionData?.problem} />
        <BeaconCard access={access} typed={actionData?.origins} error={wrong} />
      </div>
    </WorkspacePage>
  );
}
