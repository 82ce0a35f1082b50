import { data, Form, redirect, redirectDocument, useNavigation } from "react-router";
import { refusesRemoval } from "../../core/access/membership";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { removeMember, standing } from "../../server/members";
import { refusedMembership } from "../../server/membership-words";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { Button, ButtonLink } from "../components/ui/button";
import { Notice } from "../components/ui/notice";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/member-remove";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "member.manage");
  const { env } = context.get(cloudflareContext);
  const { workspace, session, principal } = access;
  const { member, owners } = await standing(env, access, params.member);
  const refused = refusesRemoval(principal, { role: member.role, owners });
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    member: { name: member.name, email: member.email, isYou: member.userId === principal.userId },
    problem: refused === null ? null : refusedMembership(refused, member.name).problem,
  };
}

export async function action({ context, params }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "member.manage");
  const result = await removeMember(context.get(cloudflareContext).env, access, params.member);
  if (!result.ok) return data({ problem: result.problem }, { status: result.status });
  // Whoever left holds values of this workspace in the page's memory: a new document holds none.
  if (result.member.userId === access.principal.userId) return redirectDocument("/");
  return redirect(`/w/${access.workspace.slug}/settings/members?removed=${params.member}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function RemoveMember({ loaderData, actionData }: Route.ComponentProps) {
  const { page, member } = loaderData;
  const { isYou, name, email } = member;
  const problem = actionData?.problem ?? loaderData.problem;
  const question = isYou ? `Leave ${page.workspace.name}?` : `Remove ${name}?`;
  const removing = useNavigation().formData !== undefined;
  return (
    <WorkspacePage {...page} here={isYou ? "Leave the workspace" : "Remove a member"} title={question}>
      <div className="grid max-w-[720px] gap-4">
        <PageTitle>{question}</PageTitle>
        {problem === null ? (
          <p className="text-14 wrap-anywhere text-muted">
            {isYou
              ? "You lose access at once. To come back you need an invitation."
              : `${name} (${email}) loses access at once, on open pages too. An invitation brings them back.`}{" "}
            Boards and sources stay.
          </p>
        ) : (
          <Notice tone="failing" title={problem} />
        )}
        <Form method="post" className="flex flex-wrap gap-2">
          {loaderData.problem === null ? (
            <Button type="submit" size="big" variant="prime" off={removing}>
              {removing ? "Removing…" : isYou ? "Leave workspace" : "Remove member"}
            </Button>
          ) : null}
          <ButtonLink to={`/w/${page.workspace.slug}/settings/members`} size="big">
            {loaderData.problem === null ? "Cancel" : "Back"}
          </ButtonLink>
        </Form>
      </div>
    </WorkspacePage>
  );
}
