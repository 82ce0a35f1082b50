import * as v from "valibot";
import type { Kept } from "../../core/alerts/alerts";
import { alertMemory } from "../../core/alerts/memory";
import { alertRule } from "../../core/alerts/rule";
import { migrateTables } from "./migrate-tables";

const kept = v.object({ rule: alertRule, memory: v.nullable(alertMemory) });

/** In order, never changed once released. */
const MIGRATIONS = ["CREATE TABLE alert (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID"];

/** The workspace's alert rules as last read from D1, and what is known of each, in the object's own SQLite. */
export class AlertTable {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    migrateTables(storage, "alerts", MIGRATIONS);
  }

  /** Whether the rules have ever been read from D1. */
  get known(): boolean {
    return this.#storage.kv.get("alerts_known") === true;
  }

  nowKnown(): void {
    if (!this.known) this.#storage.kv.put("alerts_known", true);
  }

  all(): Kept[] {
    const rows = this.#storage.sql.exec<{ body: string }>("SELECT body FROM alert ORDER BY id").toArray();
    return rows.map(({ body }) => v.parse(kept, JSON.parse(body)));
  }

  save(one: Kept): void {
    const body = JSON.stringify(one);
    this.#storage.sql.exec("INSERT OR REPLACE INTO alert (id, body) VALUES (?, ?)", one.rule.id, body);
  }

  forget(id: string): void {
    this.#storage.sql.exec("DELETE FROM alert WHERE id = ?", id);
  }
}
