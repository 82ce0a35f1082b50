import * as v from "valibot";
import { count } from "../../core/protocol/parts";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { olderMessages } from "../../server/older-messages";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/messages";

const query = v.object({ board: v.pipe(v.string(), v.minLength(1)), before: v.pipe(v.unknown(), v.toNumber(), count) });

/** `GET /w/:workspace/messages?board=ID&before=MESSAGE` → `{messages, more}`: what was said before, oldest first. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const { searchParams } = url;
  const asked = v.safeParse(query, { board: searchParams.get("board"), before: searchParams.get("before") ?? "" });
  if (!asked.success || searchParams.get("before") === null) {
    throw refusal("bad_input", "Name a board and the message before which to look.");
  }
  const older = await olderMessages(env, workspace.id, asked.output);
  return Response.json(older, { headers: { "Cache-Control": "no-store" } });
}
