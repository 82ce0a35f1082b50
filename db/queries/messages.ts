import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import * as v from "valibot";
import { type Message, message as shape } from "../../core/people/message";
import type { Told } from "../../core/people/told";
import type { Database } from "../database";
import { message } from "../schema/message";

/** Messages that one statement takes: as one parameter, which D1 bounds at 2 MB. */
const A_STATEMENT = 200;

/** For a batch: makes the table say what was told, each message as it was told last. Told again, it changes nothing. */
export function recordMessages(db: Database, workspaceId: string, told: readonly Told[]): BatchItem<"sqlite">[] {
  const last = [...new Map(told.map((one) => [`${one.board} ${one.id}`, one])).values()];
  const rows = last.map(({ board, id, message: body }) => ({ board, id, body: body && JSON.stringify(body) }));
  const [kept, gone] = [rows.filter(({ body }) => body !== null), rows.filter(({ body }) => body === null)];
  return [
    ...chunks(kept).map((some) =>
      db
        .insert(message)
        // The columns in the table's order. WHERE true: or SQLite takes the ON that follows for a join's.
        .select(sql`SELECT ${workspaceId}, value ->> 'board', value ->> 'id', value ->> 'body'
          FROM json_each(${some}) WHERE true`)
        .onConflictDoUpdate({
          target: [message.workspaceId, message.boardId, message.id],
          set: { body: sql`excluded.body` },
        }),
    ),
    ...chunks(gone).map((some) =>
      db.delete(message).where(
        and(
          eq(message.workspaceId, workspaceId),
          sql`(${message.boardId}, ${message.id}) IN
            (SELECT value ->> 'board', value ->> 'id' FROM json_each(${some}))`,
        ),
      ),
    ),
  ];
}

/** The newest messages of a board before this id, oldest first. */
export async function messagesBefore(
  db: Database,
  workspaceId: string,
  { board, before, limit }: { board: string; before: number; limit: number },
): Promise<Message[]> {
  const rows = await db
    .select({ body: message.body })
    .from(message)
    .where(and(eq(message.workspaceId, workspaceId), eq(message.boardId, board), lt(message.id, before)))
    .orderBy(desc(message.id))
    .limit(limit);
  return rows.map(({ body }) => v.parse(shape, JSON.parse(body))).toReversed();
}

function chunks(rows: readonly object[]): string[] {
  const count = Math.ceil(rows.length / A_STATEMENT);
  return Array.from({ length: count }, (_, i) => JSON.stringify(rows.slice(i * A_STATEMENT, (i + 1) * A_STATEMENT)));
}
