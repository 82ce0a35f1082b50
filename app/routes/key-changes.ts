import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { keyLogOf } from "../../server/key-log";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/key-changes";

/** `GET /w/:workspace/keys/:key/changes` → KeyLog: the last changes of a key, with where they came from. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const log = await keyLogOf(context.get(cloudflareContext).env, access, params.key);
  if (log === null) throw refusal("not_found");
  return Response.json(log, { headers: { "Cache-Control": "no-store" } });
}
