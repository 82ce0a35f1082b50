import type { PageRow, Storage, StoredState } from "../store/storage";

/** The storage port in memory. `failNext` makes the next write throw before anything is kept, as a full disk does. */
export class MemoryStorage implements Storage {
  #epoch: string | null = null;
  #horizon = 0;
  readonly #pages = new Map<number, PageRow>();
  readonly aside: PageRow[] = [];
  rowsWritten = 0;
  failNext = false;

  read(): StoredState {
    return { epoch: this.#epoch, horizon: this.#horizon, pages: structuredClone([...this.#pages.values()]) };
  }

  write({ epoch, horizon, pages, aside = [] }: Parameters<Storage["write"]>[0]): void {
    if (this.failNext) {
      this.failNext = false;
      throw new Error("storage is full");
    }
    for (const row of pages) this.#pages.set(row.id, structuredClone(row));
    this.aside.push(...structuredClone(aside));
    if (epoch !== undefined) this.#horizon = 0;
    this.#epoch = epoch ?? this.#epoch;
    this.#horizon = horizon ?? this.#horizon;
    this.rowsWritten += pages.length + aside.length;
  }
}
