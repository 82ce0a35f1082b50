import { data, redirect, useSearchParams } from "react-router";
import { can } from "../../core/access/access";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { invite, withdraw } from "../../server/invitations";
import { changeRole } from "../../server/members";
import { membersPage } from "../../server/members-page";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { InvitationsTable } from "../components/members/invitations-table";
import { InviteForm } from "../components/members/invite-form";
import { MembersNews } from "../components/members/members-news";
import { MembersTable } from "../components/members/members-table";
import { sentOrTold } from "../components/notify/sent-or-told";
import { SettingsNav } from "../components/settings/settings-nav";
import { Notice } from "../components/ui/notice";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/members";

export async function loader({ request, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "member.manage");
  const now = new Date();
  const { workspace, session } = access;
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    now: now.getTime(),
    ...(await membersPage(context.get(cloudflareContext).env, access, now)),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "member.manage");
  const { env } = context.get(cloudflareContext);
  const form = await readForm(request);
  switch (text(form, "intent")) {
    case "invite":
      return onInvite(request, env, access, form);
    case "withdraw":
      return onWithdraw(request, env, access, form);
    case "role":
      return onRole(env, access, form);
    default:
      throw refusal("bad_input");
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

const here = ({ workspace }: WorkspaceAccess) => `/w/${workspace.slug}/settings/members`;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

async function onInvite(request: Request, env: Env, access: WorkspaceAccess, form: FormData) {
  const result = await invite(request, env, { access, form });
  if (result.ok) return redirect(`${here(access)}?invited=${result.id}`);
  const { field, problem, status } = result;
  const typed = { email: text(form, "email"), role: text(form, "role") };
  return data(
    { problem: field === null ? problem : null, errors: field === null ? {} : { [field]: problem }, typed },
    { status },
  );
}

async function onWithdraw(request: Request, env: Env, access: WorkspaceAccess, form: FormData) {
  const id = text(form, "invitation");
  const result = await withdraw(request, env, { access, id, now: new Date() });
  return result.ok ? redirect(`${here(access)}?withdrawn=${id}`) : failed(result);
}

async function onRole(env: Env, access: WorkspaceAccess, form: FormData) {
  const result = await changeRole(env, access, form);
  if (!result.ok) return failed(result);
  const { id, userId, role } = result.member;
  const { principal, workspace } = access;
  // Whoever stepped down may not see this page any more.
  const isOut = userId === principal.userId && !can({ ...principal, role }, "member.manage");
  return redirect(isOut ? `/w/${workspace.slug}` : `${here(access)}?changed=${id}`);
}

function failed({ problem, status }: { problem: string; status: number }) {
  return data({ problem, errors: {}, typed: undefined }, { status });
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const { page, now, members, invitations, roles, signupClosed } = loaderData;
  return (
    <WorkspacePage {...page} here="Members" title="Members">
      <div className="grid max-w-[1080px] gap-4">
        <PageTitle note={members.length} actions={<SettingsNav slug={page.workspace.slug} />}>
          Members
        </PageTitle>
        {actionData?.problem ? (
          <Notice tone="failing" title={actionData.problem} />
        ) : (
          <MembersNews members={members} invitations={invitations} />
        )}
        <MembersTable members={members} asked={useSearchParams()[0].get("q") ?? ""} />
        <InviteForm
          // A form that was taken begins anew, empty.
          key={actionData ? "refused" : String(invitations.length)}
          roles={roles}
          signupClosed={signupClosed}
          typed={actionData?.typed}
          errors={actionData?.errors ?? {}}
        />
        {invitations.length === 0 ? null : (
          <section className="grid gap-2">
            <h2 id="invitations" className="text-14 font-medium text-strong">
              Open invitations
            </h2>
            <InvitationsTable invitations={invitations} now={now} />
          </section>
        )}
      </div>
    </WorkspacePage>
  );
}
