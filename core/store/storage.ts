/** A page as the storage keeps it; `body` is JSON text of `pageBody`. */
export interface PageRow {
  readonly id: number;
  readonly slug: string;
  readonly seq: number;
  readonly body: string;
}

export interface StoredState {
  /** null when this storage has never been written. */
  readonly epoch: string | null;
  /** Tombstones up to this commit have been pruned: a reader from before it starts afresh. */
  readonly horizon: number;
  readonly pages: readonly PageRow[];
}

/**
 * What the store needs of a disk. `write` is one transaction: all of it or, when it throws, nothing; when it returns,
 * later reads (also of a new instance, after any crash) see it. Real: SQLite in the object. Fake: core/testing.
 */
export interface Storage {
  read(): StoredState;
  write(change: {
    /** Another epoch begins, with horizon 0. */
    readonly epoch?: string;
    readonly horizon?: number;
    readonly pages: readonly PageRow[];
    /** Rows that could not be read as pages: kept where nothing reads or replaces them, for people to look at. */
    readonly aside?: readonly PageRow[];
  }): void;
}
