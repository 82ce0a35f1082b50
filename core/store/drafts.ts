import type { Block } from "../history/block";
import { sourceOf } from "../keys/name";
import { emptyPage, PAGE_BYTES, PAGE_KEYS, type Page, type StoredKey } from "./page";
import type { Pages } from "./pages";

/** A look for room among a source's pages: those passed were full, and stay so for the rest of the commit. */
interface Search {
  page: Page | null;
  readonly rest: Iterator<number>;
}

/** The pages a commit is about to replace: copies, opened on first touch, so that a failed write changes nothing. */
export class Drafts {
  readonly #pages: Pages;
  readonly #seq: number;
  readonly #searches = new Map<string, Search>();
  readonly #buried = new Set<number>();
  #lastId: number;
  readonly open = new Map<number, Page>();
  /** Where the keys that the commit touches are after it; null: nowhere. */
  readonly placed = new Map<string, number | null>();

  constructor(pages: Pages, seq: number) {
    this.#pages = pages;
    this.#seq = seq;
    this.#lastId = pages.lastId;
  }

  /** Puts a key where it is, unless its value outgrew its neighbours or shrank back. */
  put(key: string, stored: StoredKey, isSolo: boolean): void {
    const page = this.#place(key, isSolo);
    page.keys[key] = stored;
    this.placed.set(key, page.id);
  }

  /** Takes away a key that there is, and leaves a tombstone. */
  remove(key: string): void {
    const page = this.#page(this.#pageOf(key) ?? 0);
    if (!this.#buried.has(page.id)) page.tombstones = { ...page.tombstones };
    this.#buried.add(page.id);
    delete page.keys[key];
    page.tombstones[key] = this.#seq;
    this.placed.set(key, null);
  }

  /** Gives these minutes of the page a row of their own, or one whose minutes have left. */
  overflow(page: Page, blocks: Block[]): void {
    this.#add({
      ...emptyPage(this.#freeId(page.slug), page.slug),
      seq: this.#seq,
      overflowOf: page.id,
      blocks,
      flushedSeq: page.flushedSeq,
    });
  }

  #freeId(slug: string): number {
    for (const id of this.#pages.ofSource(slug)) {
      const page = this.#pages.get(id);
      if (page?.overflowOf !== undefined && page.blocks.length === 0 && !this.open.has(id)) return id;
    }
    return this.#lastId + 1;
  }

  #pageOf(key: string): number | null | undefined {
    const placed = this.placed.get(key);
    return placed === undefined ? this.#pages.pageOf(key) : placed;
  }

  #page(id: number): Page {
    const opened = this.open.get(id);
    if (opened) return opened;
    const page = this.#pages.get(id);
    if (!page) throw new Error(`page ${id} does not exist`);
    return this.#add({ ...page, seq: this.#seq, keys: { ...page.keys } });
  }

  #place(key: string, isSolo: boolean): Page {
    const current = this.#pageOf(key) ?? null;
    if (current !== null) {
      const page = this.#page(current);
      if ((page.solo === true) === isSolo) return page;
      delete page.keys[key];
    }
    return this.#roomFor(sourceOf(key), isSolo);
  }

  #roomFor(slug: string, isSolo: boolean): Page {
    const search = this.#searchOf(slug, isSolo);
    while (search.page === null || !this.#hasRoom(search.page)) {
      const next = search.rest.next();
      if (next.done) search.page = this.#newPage(slug, isSolo);
      else {
        const page = this.open.get(next.value) ?? this.#pages.get(next.value);
        const fits = page !== undefined && (page.solo === true) === isSolo && this.#hasRoom(page);
        search.page = fits ? this.#page(page.id) : null;
      }
    }
    return search.page;
  }

  #searchOf(slug: string, isSolo: boolean): Search {
    const name = `${slug} ${isSolo}`;
    const begun = this.#searches.get(name);
    if (begun) return begun;
    // Pages that are to be written anyway come first.
    const open = [...this.open.values()].filter((page) => page.slug === slug).map(({ id }) => id);
    const search: Search = { page: null, rest: [...open, ...this.#pages.ofSource(slug)].values() };
    this.#searches.set(name, search);
    return search;
  }

  #newPage(slug: string, isSolo: boolean): Page {
    const page = emptyPage(this.#lastId + 1, slug);
    return this.#add({ ...page, seq: this.#seq, ...(isSolo ? { solo: true as const } : {}) });
  }

  #hasRoom(page: Page): boolean {
    if (page.overflowOf !== undefined) return false;
    const count = Object.keys(page.keys).length;
    if (page.solo) return count === 0;
    return count < PAGE_KEYS && this.#pages.lengthOf(page.id) < PAGE_BYTES;
  }

  #add(page: Page): Page {
    this.open.set(page.id, page);
    this.#lastId = Math.max(this.#lastId, page.id);
    return page;
  }
}
