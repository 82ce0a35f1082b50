import type { PageRow, Storage, StoredState } from "../../core/store/storage";

/**
 * The store's pages in the object's own SQLite. Without indexes besides the row id, so that a page costs one written
 * row. Each write is one synchronous transaction; frames leave only after it is durable (the platform's output gate).
 */
export class SqlStorage implements Storage {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    storage.sql.exec(`
      CREATE TABLE IF NOT EXISTS store (id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL, horizon INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS page (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL);
    `);
  }

  read(): StoredState {
    const { sql } = this.#storage;
    const store = sql.exec<{ epoch: string; horizon: number }>("SELECT epoch, horizon FROM store").toArray()[0];
    const pages = sql.exec<{ id: number; slug: string; seq: number; body: string }>("SELECT * FROM page").toArray();
    return { epoch: store?.epoch ?? null, horizon: store?.horizon ?? 0, pages };
  }

  write(change: Parameters<Storage["write"]>[0]): void {
    this.#storage.transactionSync(() => {
      for (const row of change.pages) this.#put(row);
      if (change.epoch !== undefined) {
        this.#storage.sql.exec("INSERT OR REPLACE INTO store (id, epoch, horizon) VALUES (1, ?, 0)", change.epoch);
      }
      if (change.horizon !== undefined) this.#storage.sql.exec("UPDATE store SET horizon = ?", change.horizon);
    });
  }

  #put({ id, slug, seq, body }: PageRow): void {
    this.#storage.sql.exec(
      "INSERT OR REPLACE INTO page (id, slug, seq, body) VALUES (?, ?, ?, ?)",
      id,
      slug,
      seq,
      body,
    );
  }
}
