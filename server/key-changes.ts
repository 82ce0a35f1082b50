import type { Point } from "../core/protocol/parts";
import type { WorkspaceAccess } from "./contexts";
import { firstPaint } from "./first-paint";
import { recordedPoints } from "./recorded-points";

const MINUTE = 60_000;
/** How far back changes are looked for, in milliseconds: a few hundred rows of the history at most. */
const BACK = 3 * 60 * MINUTE;
/** Of the last minutes the page's first paint has every point: more than it takes would be thinned. */
const RECENT = 5 * MINUTE;
/** Points that are sent: of some hundred the list shows the newest changes. */
const MOST = 400;

/** The newest points of a series, every one of them as it was recorded. */
export async function keyPoints(
  env: Env,
  { workspace, principal }: Pick<WorkspaceAccess, "workspace" | "principal">,
  key: string,
): Promise<Point[]> {
  const now = Date.now();
  const of = { env, workspaceId: workspace.id, principal };
  const [recorded, paint] = await Promise.all([
    recordedPoints({ ...of, keys: [key], from: now - BACK, now }),
    firstPaint({ ...of, patterns: [key], range: RECENT }),
  ]);
  const older = recorded[key] ?? [];
  const end = older.at(-1)?.[0] ?? 0;
  const newer = paint.values.find((one) => one.key === key)?.points ?? [];
  return [...older, ...newer.filter(([at]) => at > end)].slice(-MOST);
}
