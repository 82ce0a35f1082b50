import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { findKeys, keyQuestion } from "../../server/find-keys";
import { requireCan } from "../../server/guards";
import type { Route } from "./+types/find-keys";

/** `GET /w/:workspace/keys/find?q=&sort=&from=&count=` → FoundKeys: a stretch of the keys that are found. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const found = await findKeys(context.get(cloudflareContext).env, access, keyQuestion(url.searchParams));
  return Response.json(found, { headers: { "Cache-Control": "no-store" } });
}
