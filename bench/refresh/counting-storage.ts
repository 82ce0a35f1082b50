import { DatabaseSync } from "node:sqlite";
import type { PageRow } from "../../core/store/storage";
import { MemoryStorage } from "../../core/testing/memory-storage";

/** Node's own SQLite on the disk, with the object's table and statement; memory holds what is read back. Rows are counted. */
export class CountingStorage extends MemoryStorage {
  readonly #database: DatabaseSync;
  readonly #upsert: ReturnType<DatabaseSync["prepare"]>;
  rows = 0;

  constructor(path: string) {
    super();
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      "PRAGMA journal_mode = WAL; CREATE TABLE page (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL)",
    );
    this.#upsert = this.#database.prepare(`INSERT INTO page (id, slug, seq, body) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, seq = excluded.seq, body = excluded.body`);
  }

  override write({ pages }: Parameters<MemoryStorage["write"]>[0]): void {
    this.#database.exec("BEGIN");
    for (const row of pages) this.#put(row);
    this.#database.exec("COMMIT");
  }

  close(): void {
    this.#database.close();
  }

  #put({ id, slug, seq, body }: PageRow): void {
    this.rows += Number(this.#upsert.run(id, slug, seq, body).changes);
  }
}
