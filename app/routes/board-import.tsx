import { data, Form, redirect, useNavigation } from "react-router";
import { readBoardText } from "../../core/boards/board-text";
import { addBoard } from "../../server/board-steps";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { readForm } from "../../server/read-form";
import { readerOf } from "../components/format/reader";
import { FileText } from "../components/home/file-text";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { Button, ButtonLink } from "../components/ui/button";
import { Card } from "../components/ui/card";
import { Notice } from "../components/ui/notice";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/board-import";

export function loader({ request, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  return {
    page: { workspace: access.workspace, user: { name: access.session.user.name }, reader: readerOf(request.headers) },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const form = await readForm(request);
  const [text, file] = [form.get("text"), form.get("file")];
  // Without JavaScript a chosen file is not in the text.
  const given = typeof text === "string" && text.trim() !== "" ? text : file instanceof File ? await file.text() : "";
  const found = readBoardText(given);
  if (!found.ok) return data({ text: given, problems: found.problems }, { status: 422 });
  const { env } = context.get(cloudflareContext);
  const slug = await addBoard(env, access.workspace.id, found.document);
  return redirect(`/w/${access.workspace.slug}/b/${slug}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function ImportBoard({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = loaderData;
  const isBusy = useNavigation().state !== "idle";
  return (
    <WorkspacePage {...page} here="Import a board" title="Import a board">
      <PageTitle>Import a board</PageTitle>
      <p className="mt-1 max-w-[640px] text-14 text-muted">
        A board's JSON document, as <i>Export as JSON</i> gives it. It names keys: sources of the same short names have
        to be here, or its panels wait for them.
      </p>
      <Form method="post" encType="multipart/form-data" className="mt-4 grid max-w-[760px] gap-2">
        {actionData ? (
          <Notice tone="failing" title="This is not a board yet.">
            <ul className="grid gap-1">
              {actionData.problems.map(({ path, message }) => (
                <li key={path + message}>
                  {path === "" ? null : <code>{path}: </code>}
                  {message}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Card className="p-4">
          <FileText text={actionData?.text ?? ""} isInvalid={actionData !== undefined} />
        </Card>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="prime" size="big" off={isBusy}>
            Import
          </Button>
          <ButtonLink to={`/w/${page.workspace.slug}`} size="big">
            Cancel
          </ButtonLink>
        </div>
      </Form>
    </WorkspacePage>
  );
}
