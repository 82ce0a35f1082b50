import * as v from "valibot";
import { emptyLog, refreshLog } from "../../core/schedule/refresh-log";
import type { ScheduleRow } from "../../core/schedule/schedule-row";
import { finite } from "../../core/schema/finite";
import { type SourceDefinition, sourceDefinition } from "../../core/sources/definition";
import { migrateTables } from "./migrate-tables";

const scheduleBody = v.object({
  slug: v.string(),
  dueAt: finite(),
  checkedAt: v.nullable(finite()),
  failures: finite(),
  lane: v.picklist(["fast", "slow", "new"]),
  log: v.optional(refreshLog, emptyLog),
});

/** In order, never changed once released. The first is that of objects from before there were versions. */
const MIGRATIONS = [
  `
    CREATE TABLE IF NOT EXISTS source (slug TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS schedule (slug TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  `,
];

/** The workspace's source definitions as last read from D1, and each one's schedule, in the object's own SQLite. */
export class SourceTable {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    migrateTables(storage, "sources", MIGRATIONS);
  }

  definitions(): SourceDefinition[] {
    return this.#bodies("source").map((body) => v.parse(sourceDefinition, body));
  }

  schedule(): ScheduleRow[] {
    return this.#bodies("schedule").map((body) => v.parse(scheduleBody, body));
  }

  /** Whether the definitions have ever been read from D1. */
  get known(): boolean {
    return this.#storage.kv.get("sources_known") === true;
  }

  replace(definitions: readonly SourceDefinition[]): void {
    if (this.known && JSON.stringify(this.definitions()) === JSON.stringify(definitions)) return;
    this.#storage.transactionSync(() => {
      this.#storage.sql.exec("DELETE FROM source");
      for (const source of definitions) this.#put("source", source.slug, source);
      if (!this.known) this.#storage.kv.put("sources_known", true);
    });
  }

  save(row: ScheduleRow): void {
    this.#put("schedule", row.slug, row);
  }

  forget(slug: string): void {
    this.#storage.sql.exec("DELETE FROM schedule WHERE slug = ?", slug);
  }

  #bodies(table: "source" | "schedule"): unknown[] {
    const rows = this.#storage.sql.exec<{ body: string }>(`SELECT body FROM ${table} ORDER BY slug`).toArray();
    return rows.map((row): unknown => JSON.parse(row.body));
  }

  #put(table: "source" | "schedule", slug: string, body: SourceDefinition | ScheduleRow): void {
    this.#storage.sql.exec(`INSERT OR REPLACE INTO ${table} (slug, body) VALUES (?, ?)`, slug, JSON.stringify(body));
  }
}
