import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { findKeys } from "../../server/find-keys";
import { requireCan } from "../../server/guards";
import type { Route } from "./+types/find-keys";

/** `GET /w/:workspace/keys/find?q=` for the page of followed keys: what it finds as one types. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  return findKeys(context.get(cloudflareContext).env, access, url.searchParams.get("q") ?? "");
}
