import { Form, redirect } from "react-router";
import { removedBoards } from "../../server/board-list";
import { giveBackBoard } from "../../server/board-steps";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { moment } from "../components/format/clock";
import { readerOf } from "../components/format/reader";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { PanelMessage } from "../components/panels/panel-message";
import { Button } from "../components/ui/button";
import { Card } from "../components/ui/card";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/boards-removed";

export async function loader({ request, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const { workspace, session } = access;
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    removed: await removedBoards(context.get(cloudflareContext).env, workspace.id, Date.now()),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const slug = (await readForm(request)).get("slug");
  if (typeof slug !== "string") throw refusal("bad_input");
  if (!(await giveBackBoard(context.get(cloudflareContext).env, access.workspace.id, slug))) throw refusal("not_found");
  return redirect(`/w/${access.workspace.slug}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function RemovedBoards({ loaderData: { page, removed } }: Route.ComponentProps) {
  return (
    <WorkspacePage {...page} here="Removed boards" title="Removed boards">
      <PageTitle note={removed.length || undefined}>Removed boards</PageTitle>
      <p className="mt-1 mb-4 max-w-[640px] text-14 text-muted">
        A board that is removed can be put back for a day, with its folder and its place in the list.
      </p>
      <Card className="max-w-[800px] overflow-clip">
        {removed.length === 0 ? (
          <div className="grid min-h-30">
            <PanelMessage title="No board was removed in the last day" />
          </div>
        ) : (
          <ul>
            {removed.map(({ slug, title, removedAt, isTaken }) => (
              <li
                key={slug}
                className="flex min-h-11 items-center gap-3 border-t border-line px-4 py-2 first:border-t-0"
              >
                <div className="min-w-0 flex-1">
                  <p className="truncate text-strong">{title}</p>
                  <p className="text-12 text-muted">
                    {slug}, removed {moment(removedAt, page.reader.timeZone)}
                  </p>
                </div>
                {isTaken ? (
                  <span className="text-12 text-muted">Another board has its address</span>
                ) : (
                  <Form method="post">
                    <input type="hidden" name="slug" value={slug} />
                    <Button type="submit" aria-label={`Put back ${title}`}>
                      Put back
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </WorkspacePage>
  );
}
