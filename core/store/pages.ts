import type { Once } from "./change-set";
import { type DoneWrite, doneName } from "./done";
import type { Page, StoredKey } from "./page";

/**
 * All pages in memory, with what a commit would otherwise walk them for: which page has a key, which ones a source has,
 * what the history lacks, which writes are done, how many tombstones there are.
 */
export class Pages {
  readonly #pages = new Map<number, Page>();
  readonly #pageOf = new Map<string, number>();
  readonly #ofSource = new Map<string, Set<number>>();
  readonly #lengths = new Map<number, number>();
  readonly #done = new Map<string, DoneWrite>();
  readonly #unflushed = new Set<number>();
  /** Removed keys, each with the number of pages that have a tombstone of it. */
  readonly #buried = new Map<string, number>();
  #lastId = 0;

  get(id: number): Page | undefined {
    return this.#pages.get(id);
  }

  all(): IterableIterator<Page> {
    return this.#pages.values();
  }

  ofSource(slug: string): Iterable<number> {
    return this.#ofSource.get(slug) ?? [];
  }

  /** The highest id that a page has; 0 where there is none. */
  get lastId(): number {
    return this.#lastId;
  }

  /** Characters of the page's row when it was last written. */
  lengthOf(id: number): number {
    return this.#lengths.get(id) ?? 0;
  }

  /** Of different keys: how many pages a key has lain in over time depends on its values, and this must not. */
  get tombstones(): number {
    return this.#buried.size;
  }

  /** Pages that changed since the history last had them. */
  get unflushed(): ReadonlySet<number> {
    return this.#unflushed;
  }

  pageOf(key: string): number | undefined {
    return this.#pageOf.get(key);
  }

  stored(key: string): StoredKey | undefined {
    const id = this.#pageOf.get(key);
    return id === undefined ? undefined : this.#pages.get(id)?.keys[key];
  }

  keys(): IterableIterator<string> {
    return this.#pageOf.keys();
  }

  get size(): number {
    return this.#pageOf.size;
  }

  done(once: Once): DoneWrite | undefined {
    return this.#done.get(doneName(once));
  }

  /** Says where a key is from now on; null: nowhere. */
  place(key: string, id: number | null): void {
    if (id === null) this.#pageOf.delete(key);
    else this.#pageOf.set(key, id);
  }

  /** Puts a page in the place of the one with its id. `length`: that of its row, where it was written. */
  put(page: Page, length?: number): void {
    const before = this.#pages.get(page.id);
    this.#pages.set(page.id, page);
    this.#lastId = Math.max(this.#lastId, page.id);
    if (length !== undefined) this.#lengths.set(page.id, length);
    if (page.seq > page.flushedSeq) this.#unflushed.add(page.id);
    else this.#unflushed.delete(page.id);
    if (!before) this.#introduce(page);
    if (before?.tombstones !== page.tombstones) this.#bury(before?.tombstones ?? {}, page.tombstones);
    if (before?.done !== page.done) this.#remember(before?.done ?? [], page.done ?? []);
  }

  #introduce({ id, slug }: Page): void {
    const ids = this.#ofSource.get(slug);
    if (ids) ids.add(id);
    else this.#ofSource.set(slug, new Set([id]));
  }

  #bury(before: Page["tombstones"], after: Page["tombstones"]): void {
    for (const key of Object.keys(after)) this.#buried.set(key, (this.#buried.get(key) ?? 0) + 1);
    for (const key of Object.keys(before)) {
      const pages = (this.#buried.get(key) ?? 0) - 1;
      if (pages > 0) this.#buried.set(key, pages);
      else this.#buried.delete(key);
    }
  }

  #remember(before: readonly DoneWrite[], after: readonly DoneWrite[]): void {
    // Of up to 1,000 writes that a page remembers, a commit adds one: the others' names need not be made again.
    const rest = new Set(after);
    for (const done of before) if (!rest.delete(done)) this.#done.delete(doneName(done));
    for (const done of rest) this.#done.set(doneName(done), done);
  }
}
