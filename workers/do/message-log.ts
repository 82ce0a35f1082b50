import * as v from "valibot";
import { message } from "../../core/people/message";
import type { Told } from "../../core/people/told";
import { migrateTables } from "./migrate-tables";

/** In order, never changed once released. */
const MIGRATIONS = [
  "CREATE TABLE unrecorded_message (n INTEGER PRIMARY KEY, board TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL)",
];
/** Of one flush: what is left over goes with the next. */
const A_FLUSH = 1_000;

const body = v.nullable(message);

/**
 * What was said in rooms and is not in D1 yet. A room keeps the newest messages only, and one could leave it before a
 * flush comes through; here it waits for as long as that takes. Written in the turn of the message's commit, which makes
 * the two one transaction of the platform's.
 */
export class MessageLog {
  readonly #sql: SqlStorage;

  constructor(storage: DurableObjectStorage) {
    this.#sql = storage.sql;
    migrateTables(storage, "messages", MIGRATIONS);
  }

  add({ board, id, message: said }: Told): void {
    this.#sql.exec(
      "INSERT INTO unrecorded_message (board, id, body) VALUES (?, ?, ?)",
      board,
      id,
      JSON.stringify(said),
    );
  }

  /** The oldest, in their order, and `upTo`, by which they are forgotten. */
  pending(): { readonly told: readonly Told[]; readonly upTo: number } {
    const rows = this.#sql
      .exec<{ n: number; board: string; id: number; body: string }>(
        "SELECT n, board, id, body FROM unrecorded_message ORDER BY n LIMIT ?",
        A_FLUSH,
      )
      .toArray();
    const told = rows.map(({ board, id, body: text }) => ({ board, id, message: v.parse(body, JSON.parse(text)) }));
    return { told, upTo: rows.at(-1)?.n ?? 0 };
  }

  /** They are recorded. */
  forget(upTo: number): void {
    if (upTo > 0) this.#sql.exec("DELETE FROM unrecorded_message WHERE n <= ?", upTo);
  }
}
