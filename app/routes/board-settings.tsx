import { data, redirect } from "react-router";
import * as v from "valibot";
import { difference } from "../../core/boards/difference";
import { openDatabase } from "../../db/database";
import { findBoard, findVersion, listVersions } from "../../db/queries/boards";
import { saveEdit } from "../../server/board-steps";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { readerOf } from "../components/format/reader";
import { BoardName } from "../components/home/board-name";
import { BoardVersions } from "../components/home/board-versions";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { PageTitle } from "../components/ui/page-title";
import type { Route } from "./+types/board-settings";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const db = openDatabase(env.DB);
  const board = await findBoard(db, access.workspace.id, params.board);
  if (!board) throw refusal("not_found");
  const kept = await listVersions(db, board.id);
  return {
    page: { workspace: access.workspace, user: { name: access.session.user.name }, reader: readerOf(request.headers) },
    board: { slug: board.slug, title: board.document.title, version: board.version },
    versions: kept.map(({ version, savedBy, savedAt, document }, i) => ({
      version,
      savedBy,
      savedAt: savedAt.getTime(),
      // Against the one before it, where that is still kept.
      difference: kept[i + 1] ? difference(kept[i + 1]?.document ?? document, document) : null,
    })),
  };
}

const form = v.object({
  intent: v.picklist(["rename", "restore"]),
  version: v.pipe(v.unknown(), v.toNumber(), v.safeInteger(), v.minValue(1)),
  title: v.optional(v.string(), ""),
});

/** Both are edits like any other: what somebody else saved meanwhile is kept. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const asked = v.safeParse(form, Object.fromEntries(await readForm(request)));
  if (!asked.success) throw refusal("bad_input");
  const { intent, version } = asked.output;
  const title = asked.output.title.trim();
  if (intent === "rename" && (title === "" || title.length > 120)) {
    return data({ error: "Give it a name of 1 to 120 characters." }, { status: 422 });
  }
  const db = openDatabase(env.DB);
  const board = await findBoard(db, access.workspace.id, params.board);
  if (!board) throw refusal("not_found");
  const old = intent === "restore" || version !== board.version ? await findVersion(db, board.id, version) : board;
  if (!old) throw refusal("not_found");
  const edit =
    intent === "restore"
      ? { over: board.version, document: old.document }
      : { over: version, document: { ...old.document, title } };
  const saved = await saveEdit(env, access, board.slug, edit);
  if (!saved) throw refusal("not_found");
  if (!saved.ok)
    return data(
      { error: `Somebody else has just named it ${saved.theirs.title}. Look, and try again.` },
      { status: 409 },
    );
  return redirect(`/w/${access.workspace.slug}/b/${board.slug}/settings`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function BoardSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { page, board, versions } = loaderData;
  return (
    <WorkspacePage {...page} here={board.title} title={`${board.title}: name and versions`}>
      <div className="grid max-w-[760px] gap-4">
        <PageTitle>{board.title}</PageTitle>
        <BoardName key={board.version} title={board.title} version={board.version} error={actionData?.error} />
        <BoardVersions versions={versions} current={board.version} />
      </div>
    </WorkspacePage>
  );
}
