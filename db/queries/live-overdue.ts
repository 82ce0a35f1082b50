import { and, eq, isNull, notBetween, notInArray, or } from "drizzle-orm";
import { EDITABLE, PUSH } from "../../core/sources/written";
import type { Database } from "../database";
import { liveCursor } from "../schema/live";
import { source } from "../schema/source";

/** How many objects one run of the scheduled handler wakes at most; the rest come with the next minute's. */
const A_RUN = 200;

/**
 * Workspaces with an enabled source that is asked, whose object never flushed, or last did at no time within `heard`. One
 * that is only written to may be silent for as long as nobody writes.
 */
export async function workspacesToPoke(db: Database, heard: readonly [from: Date, to: Date]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: source.workspaceId })
    .from(source)
    .leftJoin(liveCursor, eq(liveCursor.workspaceId, source.workspaceId))
    .where(
      and(
        eq(source.enabled, true),
        isNull(source.removedAt),
        notInArray(source.kind, [EDITABLE, PUSH]),
        or(isNull(liveCursor.flushedAt), notBetween(liveCursor.flushedAt, ...heard)),
      ),
    )
    .limit(A_RUN);
  return rows.map(({ id }) => id);
}
