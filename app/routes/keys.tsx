import { data, redirect, useSearchParams } from "react-router";
import { makeApiKey, revokeKey } from "../../server/api-keys";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { keysPage } from "../../server/keys-page";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { type KeyLine, KeysTable } from "../components/keys/keys-table";
import { MakeKeyForm } from "../components/keys/make-key-form";
import { NewKey } from "../components/keys/new-key";
import { PushCard } from "../components/keys/push-card";
import { sentOrTold } from "../components/notify/sent-or-told";
import { SettingsNav } from "../components/settings/settings-nav";
import { Notice } from "../components/ui/notice";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/keys";

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "key.manage");
  const { workspace, session } = access;
  const { env } = context.get(cloudflareContext);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    now: Date.now(),
    ...(await keysPage(env, access, url.searchParams.get("source"))),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "key.manage");
  const { env } = context.get(cloudflareContext);
  const form = await readForm(request);
  switch (text(form, "intent")) {
    case "make":
      return onMake(env, access, text(form, "name"));
    case "revoke":
      return onRevoke(env, access, text(form, "key"));
    default:
      throw refusal("bad_input");
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** The key is in this answer alone: a redirect would have to carry it in an address. */
async function onMake(env: Env, access: WorkspaceAccess, name: string) {
  const made = await makeApiKey(env, access, name);
  if (made.ok) return { made: { id: made.id, name: made.name, text: made.text }, error: undefined, typed: undefined };
  return data({ made: undefined, error: made.problem, typed: name }, { status: made.status });
}

async function onRevoke(env: Env, access: WorkspaceAccess, id: string) {
  if (!(await revokeKey(env, access, id))) throw refusal("not_found");
  return redirect(`/w/${access.workspace.slug}/settings/keys?revoked=${id}`);
}

export default function Keys({ loaderData, actionData }: Route.ComponentProps) {
  const { page, now, keys, example, baseUrl } = loaderData;
  const made = actionData?.made;
  return (
    <WorkspacePage {...page} here="API keys" title="API keys">
      <div className="grid max-w-[1080px] gap-4">
        <PageTitle note={keys.length} actions={<SettingsNav slug={page.workspace.slug} />}>
          API keys
        </PageTitle>
        {made ? <NewKey key={made.id} name={made.name} text={made.text} /> : <Revoked keys={keys} />}
        {keys.length === 0 ? null : <KeysTable keys={keys} now={now} />}
        <MakeKeyForm
          // A form that was taken begins anew, empty.
          key={made?.id ?? "form"}
          typed={actionData?.typed}
          error={actionData?.error}
        />
        <PushCard baseUrl={baseUrl} slug={example} />
      </div>
    </WorkspacePage>
  );
}

/** What the last step did, told by the address it led to: only about a key that is gone. */
function Revoked({ keys }: { keys: readonly KeyLine[] }) {
  const [search] = useSearchParams();
  const id = search.get("revoked");
  if (id === null || keys.some((key) => key.id === id)) return null;
  return <Notice tone="info" title="The key was revoked. Within 5 seconds it opens nothing any more." />;
}
