import { data } from "react-router";
import * as v from "valibot";
import { readBoard } from "../../core/boards/board-text";
import { whole } from "../../core/schema/whole";
import { openDatabase } from "../../db/database";
import { findBoard, findVersion } from "../../db/queries/boards";
import { saveEdit } from "../../server/board-steps";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/board-document";

const headers = { "Cache-Control": "no-store" };

/** `GET /w/:workspace/b/:board/document` → `{version, savedBy, document}`, for a page that shows an older version. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const db = openDatabase(env.DB);
  const board = await findBoard(db, access.workspace.id, params.board);
  if (!board) throw refusal("not_found");
  const { id, version, document } = board;
  const savedBy = (await findVersion(db, id, version))?.savedBy ?? "";
  return Response.json({ version, savedBy, document }, { headers });
}

/** A board's text has 500,000 characters at most; a body says a little more. */
const MAX_BODY = 600_000;
const body = v.object({ over: v.pipe(whole(), v.minValue(1)), document: v.unknown() });

/**
 * `PUT` of `{over, document}`: saves an edit of the version `over`. Others' saves since are merged into it, and the answer
 * is what it came to. 409 where two people changed the same: how it stands, and what excludes each other. 422: what is
 * wrong with the document, by path.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const text = await request.text();
  const asked = text.length > MAX_BODY ? null : v.safeParse(body, parsed(text));
  if (request.method !== "PUT" || !asked?.success) throw refusal("bad_input");
  const read = readBoard(asked.output.document);
  if (!read.ok) return Response.json({ problems: read.problems }, { status: 422, headers });
  const saved = await saveEdit(env, access, params.board, { over: asked.output.over, document: read.document });
  if (!saved)
    throw data({ code: "not_found", message: "There is no such board or version any more." }, { status: 404 });
  if (saved.ok) return Response.json(saved, { headers });
  const db = openDatabase(env.DB);
  const board = await findBoard(db, access.workspace.id, params.board);
  const last = board ? await findVersion(db, board.id, saved.version) : null;
  return Response.json({ ...saved, savedBy: last?.savedBy ?? "" }, { status: 409, headers });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
