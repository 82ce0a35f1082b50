import * as v from "valibot";
import { key } from "../../core/protocol/parts";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { recordedPoints } from "../../server/recorded-points";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/points";

const MAX_KEYS = 50;
const query = v.object({
  keys: v.pipe(v.array(key), v.minLength(1), v.maxLength(MAX_KEYS)),
  from: v.pipe(v.unknown(), v.toNumber(), v.finite(), v.minValue(0)),
});

/** `GET /w/:workspace/points?keys=a,b&from=MILLISECONDS` → `{points: {key: [[time, value], …]}}`, oldest first. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const asked = v.safeParse(query, {
    keys: url.searchParams.get("keys")?.split(",") ?? [],
    from: url.searchParams.get("from"),
  });
  if (!asked.success) throw refusal("bad_input", `Name 1 to ${MAX_KEYS} keys and the time to begin at.`);
  const points = await recordedPoints({ env, workspaceId: workspace.id, principal, ...asked.output, now: Date.now() });
  return Response.json({ points }, { headers: { "Cache-Control": "no-store" } });
}
