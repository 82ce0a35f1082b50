import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** D1 through Drizzle. `db.batch([...])` is the transaction: D1 refuses BEGIN, so `db.transaction()` throws. */
export type Database = DrizzleD1Database;

export function openDatabase(binding: D1Database): Database {
  return drizzle(binding);
}
