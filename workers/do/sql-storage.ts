import type { PageRow, Storage, StoredState } from "../../core/store/storage";
import { migrateTables } from "./migrate-tables";

/** In order, never changed once released. The first is that of objects from before there were versions. */
const MIGRATIONS = [
  `
    CREATE TABLE IF NOT EXISTS store (id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL, horizon INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS page (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL);
  `,
  "CREATE TABLE set_aside (page INTEGER NOT NULL, slug TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL)",
];

/**
 * The store's pages in the object's own SQLite. Without indexes besides the row id, so that a page costs one written
 * row. Each write is one synchronous transaction; frames leave only after it is durable (the platform's output gate).
 * Making one throws where a newer build has been here: see migrateTables.
 */
export class SqlStorage implements Storage {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    migrateTables(storage, "store", MIGRATIONS);
  }

  read(): StoredState {
    const { sql } = this.#storage;
    const store = sql.exec<{ epoch: string; horizon: number }>("SELECT epoch, horizon FROM store").toArray()[0];
    const pages = sql.exec<{ id: number; slug: string; seq: number; body: string }>("SELECT * FROM page").toArray();
    return { epoch: store?.epoch ?? null, horizon: store?.horizon ?? 0, pages };
  }

  write(change: Parameters<Storage["write"]>[0]): void {
    const [page, another] = change.pages;
    const isOneRow = page && !another && !change.aside && change.epoch === undefined && change.horizon === undefined;
    // One statement is a transaction by itself; a commit to one page is what there is most of.
    if (isOneRow) this.#put(page);
    else this.#storage.transactionSync(() => this.#writeAll(change));
  }

  #writeAll({ epoch, horizon, pages, aside = [] }: Parameters<Storage["write"]>[0]): void {
    for (const row of pages) this.#put(row);
    for (const row of aside) this.#setAside(row);
    if (epoch !== undefined) {
      this.#storage.sql.exec("INSERT OR REPLACE INTO store (id, epoch, horizon) VALUES (1, ?, 0)", epoch);
    }
    if (horizon !== undefined) this.#storage.sql.exec("UPDATE store SET horizon = ?", horizon);
  }

  /** An upsert: replacing would delete the row and make it anew. */
  #put({ id, slug, seq, body }: PageRow): void {
    const upsert = `INSERT INTO page (id, slug, seq, body) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, seq = excluded.seq, body = excluded.body`;
    this.#storage.sql.exec(upsert, id, slug, seq, body);
  }

  #setAside({ id, slug, seq, body }: PageRow): void {
    this.#storage.sql.exec("INSERT INTO set_aside (page, slug, seq, body) VALUES (?, ?, ?, ?)", id, slug, seq, body);
  }
}
