import { mayRead, readableKeys } from "../core/access/access";
import { minuteOf, pointsOf } from "../core/history/block";
import { sourceOf } from "../core/keys/name";
import type { Principal } from "../core/live-object";
import type { Point } from "../core/protocol/parts";
import { openDatabase } from "../db/database";
import { readBlocks, readFlushed } from "../db/queries/live-values";

/** How far back one request may ask, in milliseconds. */
export const MAX_RANGE = 24 * 3_600_000;

interface Request {
  readonly env: Pick<Env, "DB">;
  readonly workspaceId: string;
  readonly principal: Principal;
  readonly keys: readonly string[];
  readonly from: number;
  readonly now: number;
}

/** What the history has of these series from a time on, oldest first. Keys that are not readable are not there. */
export async function recordedPoints(request: Request): Promise<Record<string, Point[]>> {
  const { env, workspaceId, principal, now } = request;
  const from = Math.max(request.from, now - MAX_RANGE);
  const readable = readableKeys(principal, request.keys);
  const keys = request.keys.filter((key) => mayRead(readable, key));
  const db = openDatabase(env.DB);
  const { pages } = await readFlushed(db, workspaceId, [...new Set(keys.map(sourceOf))]);
  const holding = pages.filter((page) => keys.some((key) => Object.hasOwn(page.keys, key))).map(({ page }) => page);
  const blocks = await readBlocks(db, workspaceId, holding, { from: minuteOf(from), to: minuteOf(now) });
  return Object.fromEntries(keys.map((key) => [key, pointsOf(blocks, key).filter(([at]) => at >= from)]));
}
