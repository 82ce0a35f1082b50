import { boardText } from "../../core/boards/board-text";
import { openDatabase } from "../../db/database";
import { findBoard } from "../../db/queries/boards";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/board-export";

/** `GET /w/:workspace/b/:board/export`: the board as a JSON document. It names keys and holds no value and no secret. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const board = await findBoard(openDatabase(env.DB), workspace.id, params.board);
  if (!board) throw refusal("not_found");
  return new Response(boardText(board.document), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${board.slug}.board.json"`,
      "Cache-Control": "no-store",
    },
  });
}
