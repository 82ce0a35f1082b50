import type { Block } from "../history/block";
import { emptyPage, PAGE_BYTES, PAGE_KEYS, type Page } from "./page";

/** The pages a commit is about to replace: copies, opened on first touch, so that a failed write changes nothing. */
export class Drafts {
  readonly #pages: ReadonlyMap<number, Page>;
  readonly #sizes: ReadonlyMap<number, number>;
  readonly #seq: number;
  readonly #roomy = new Map<string, number>();
  readonly open = new Map<number, Page>();

  constructor(pages: ReadonlyMap<number, Page>, sizes: ReadonlyMap<number, number>, seq: number) {
    this.#pages = pages;
    this.#sizes = sizes;
    this.#seq = seq;
  }

  page(id: number): Page {
    const opened = this.open.get(id);
    if (opened) return opened;
    const page = this.#pages.get(id);
    if (!page) throw new Error(`page ${id} does not exist`);
    return this.#add({ ...page, seq: this.#seq, keys: { ...page.keys }, tombstones: { ...page.tombstones } });
  }

  /** The page a key is to be written to: where it is, unless its value outgrew its neighbours or shrank back. */
  place(slug: string, current: number | undefined, key: string, isSolo: boolean): Page {
    if (current !== undefined) {
      const page = this.page(current);
      if ((page.solo === true) === isSolo) return page;
      delete page.keys[key];
    }
    return this.#roomFor(slug, isSolo);
  }

  /** Gives these minutes of the page a row of their own, or one whose minutes have left. */
  overflow(page: Page, blocks: Block[]): void {
    const free = [...this.#pages.values()].find(({ id, overflowOf, blocks: held }) => {
      return overflowOf !== undefined && held.length === 0 && !this.open.has(id);
    });
    const id = free?.id ?? this.#newId();
    this.#add({
      ...emptyPage(id, page.slug),
      seq: this.#seq,
      overflowOf: page.id,
      blocks,
      flushedSeq: page.flushedSeq,
    });
  }

  #roomFor(slug: string, isSolo: boolean): Page {
    const last = this.open.get(this.#roomy.get(`${slug} ${isSolo}`) ?? -1);
    const page = last && this.#hasRoom(last) ? last : this.#searchRoom(slug, isSolo);
    this.#roomy.set(`${slug} ${isSolo}`, page.id);
    return page;
  }

  #searchRoom(slug: string, isSolo: boolean): Page {
    for (const id of new Set([...this.open.keys(), ...this.#pages.keys()])) {
      const page = this.open.get(id) ?? this.#pages.get(id);
      if (page?.slug === slug && (page.solo === true) === isSolo && this.#hasRoom(page)) return this.page(id);
    }
    const page = emptyPage(this.#newId(), slug);
    return this.#add({ ...page, seq: this.#seq, ...(isSolo ? { solo: true as const } : {}) });
  }

  #newId(): number {
    return 1 + Math.max(0, ...this.#pages.keys(), ...this.open.keys());
  }

  #hasRoom(page: Page): boolean {
    if (page.overflowOf !== undefined) return false;
    const count = Object.keys(page.keys).length;
    if (page.solo) return count === 0;
    return count < PAGE_KEYS && (this.#sizes.get(page.id) ?? 0) < PAGE_BYTES;
  }

  #add(page: Page): Page {
    this.open.set(page.id, page);
    return page;
  }
}
