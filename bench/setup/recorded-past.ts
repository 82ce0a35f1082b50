import * as v from "valibot";
import { type Block, block, MINUTE, minuteOf } from "../../core/history/block";
import type { ServedWorker } from "./served-worker";

/** How far back a board looks, in minutes. */
const RANGE = 15;

/**
 * Gives a workspace that has run for a minute or two the quarter of an hour that its charts show: the fullest minute of
 * each page once more for every minute before.
 */
export async function fillThePast(app: ServedWorker): Promise<void> {
  const rows = await app.sql("SELECT workspace_id, page, body FROM point_block ORDER BY length(body)");
  const fullest = new Map(
    rows.map(({ workspace_id, page, body }) => [`${String(workspace_id)} ${String(page)}`, String(body)]),
  );
  const now = minuteOf(Date.now());
  const inserts = [...fullest].flatMap(([place, body]) => {
    const [workspace, page] = place.split(" ");
    const one = v.parse(block, JSON.parse(body));
    return Array.from({ length: RANGE + 1 }, (_, i) => {
      const copy = JSON.stringify(moved(one, now - RANGE + i)).replaceAll("'", "''");
      const minute = now - RANGE + i;
      return `INSERT OR IGNORE INTO point_block (workspace_id, page, minute, body) VALUES ('${workspace}', ${page}, ${minute}, '${copy}');`;
    });
  });
  await app.sql(inserts.join("\n"));
}

function moved(one: Block, minute: number): Block {
  const by = (minute - one.minute) * MINUTE;
  return { ...one, minute, t: one.t.map((at) => at + by), s: one.s.map(() => 1) };
}
