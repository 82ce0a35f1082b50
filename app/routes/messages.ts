import * as z from "zod/mini";
import { count } from "../../core/protocol/parts";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { olderMessages } from "../../server/older-messages";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/messages";

const query = z.object({ board: z.string().check(z.minLength(1)), before: z.pipe(z.coerce.number(), count) });

/** `GET /w/:workspace/messages?board=ID&before=MESSAGE` → `{messages, more}`: what was said before, oldest first. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const { searchParams } = url;
  const asked = query.safeParse({ board: searchParams.get("board"), before: searchParams.get("before") ?? "" });
  if (!asked.success || searchParams.get("before") === null) {
    throw refusal("bad_input", "Name a board and the message before which to look.");
  }
  const older = await olderMessages(env, workspace.id, asked.data);
  return Response.json(older, { headers: { "Cache-Control": "no-store" } });
}
