import * as v from "valibot";
import { MOST_POINTS } from "../../core/history/resolution";
import { key } from "../../core/protocol/parts";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { pastPoints } from "../../server/past-points";
import { refusal } from "../../server/refusal";
import type { Route } from "./+types/history";

const MAX_KEYS = 50;
const FEWEST_POINTS = 6;
const time = v.pipe(v.unknown(), v.toNumber(), v.finite(), v.minValue(0));
const query = v.object({
  keys: v.pipe(v.array(key), v.minLength(1), v.maxLength(MAX_KEYS)),
  from: time,
  to: time,
  most: v.pipe(v.unknown(), v.toNumber(), v.safeInteger(), v.minValue(FEWEST_POINTS), v.maxValue(MOST_POINTS)),
});

/**
 * `GET /w/:workspace/history?keys=a,b&from=&to=&most=` → `{points: {key: [[time, value], …]}}`, oldest first, times in
 * milliseconds. At most `most` points each: a long stretch is told by what it was rolled up to.
 */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const { searchParams } = url;
  const asked = v.safeParse(query, {
    keys: searchParams.get("keys")?.split(",") ?? [],
    from: searchParams.get("from"),
    to: searchParams.get("to"),
    most: searchParams.get("most"),
  });
  if (!asked.success || asked.output.from >= asked.output.to) {
    throw refusal(
      "bad_input",
      `Name 1 to ${MAX_KEYS} keys, two times in their order, and ${FEWEST_POINTS} to ${MOST_POINTS} points.`,
    );
  }
  const points = await pastPoints({
    env,
    workspaceId: workspace.id,
    principal,
    ...asked.output,
    now: Date.now(),
  });
  return Response.json({ points }, { headers: { "Cache-Control": "no-store" } });
}
