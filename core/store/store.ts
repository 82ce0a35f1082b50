import type { Json } from "../json";
import { jsonEquals } from "../json";
import { sourceOf } from "../keys/name";
import type { Cursor } from "../protocol/cursor";
import type { KeyMeta } from "../protocol/parts";
import { changesIn, fullReason, type StoreChanges } from "./changes-since";
import { Drafts } from "./drafts";
import { type FlushBatch, flushBatch, settle } from "./flush";
import { overflow } from "./overflow";
import { emptyPage, type Page, pageBody, SOLO_BYTES, type StoredKey } from "./page";
import { prune } from "./prune";
import { type Looked, record } from "./record";
import type { PageRow, Storage } from "./storage";

export interface Write {
  readonly key: string;
  readonly value: Json;
  readonly meta: KeyMeta;
}

export type { StoredKey };

/** What one writer wants to be true together. */
export interface ChangeSet extends Looked {
  readonly at: number;
  readonly writes: readonly Write[];
  readonly removes: readonly string[];
}

/** One step of the store, already durable. `isNew`: the reader has not seen this key's meta yet. */
export interface Commit {
  readonly from: Cursor;
  readonly cursor: Cursor;
  readonly at: number;
  readonly changed: readonly {
    readonly key: string;
    /** What it was before; null when there was none. */
    readonly before: StoredKey | null;
    readonly state: StoredKey;
    readonly isNew: boolean;
  }[];
  readonly removed: readonly string[];
}

function toRow(page: Page): PageRow {
  const { id, slug, seq, ...body } = page;
  return { id, slug, seq, body: JSON.stringify(body) };
}

function sameMeta(a: KeyMeta | undefined, b: KeyMeta): boolean {
  return a !== undefined && a.kind === b.kind && a.unit === b.unit && a.label === b.label;
}

/**
 * The keys, their values and revisions, over a storage of pages. One commit is one storage transaction; when that
 * throws, memory stays as it was. An equal value is no change: nothing is written and no seq is spent.
 */
export class Store {
  readonly #storage: Storage;
  #pages = new Map<number, Page>();
  #pageOf = new Map<string, number>();
  #sizes = new Map<number, number>();
  #epoch: string;
  #seq: number;
  #horizon: number;

  constructor(storage: Storage, newEpoch: () => string) {
    this.#storage = storage;
    const stored = storage.read();
    for (const row of stored.pages) this.#load(row);
    this.#seq = Math.max(0, ...stored.pages.map((row) => row.seq));
    this.#horizon = stored.horizon;
    this.#epoch = stored.epoch ?? newEpoch();
    if (stored.epoch === null) storage.write({ epoch: this.#epoch, pages: [] });
  }

  get cursor(): Cursor {
    return { epoch: this.#epoch, seq: this.#seq };
  }

  get(key: string): StoredKey | undefined {
    const page = this.#pageOf.get(key);
    return page === undefined ? undefined : this.#pages.get(page)?.keys[key];
  }

  keys(): IterableIterator<string> {
    return this.#pageOf.keys();
  }

  get size(): number {
    return this.#pageOf.size;
  }

  /** The names of all keys of a source. */
  keysOf(slug: string): string[] {
    return [...this.#pages.values()].filter((page) => page.slug === slug).flatMap((page) => Object.keys(page.keys));
  }

  /** Makes the change set durable, or returns null when nothing in it is a change. Throws what the storage throws. */
  commit(change: ChangeSet): Commit | null {
    const writes = change.writes.filter((write) => this.#differs(write));
    const removes = change.removes.filter((key) => this.#pageOf.has(key));
    if (writes.length === 0 && removes.length === 0) return null;
    const from = this.cursor;
    const seq = from.seq + 1;
    const held = new Map(writes.map(({ key }) => [key, this.get(key) ?? null]));
    const drafts = this.#draft(change, writes, removes, seq);
    this.#install(drafts, seq);
    return {
      from,
      cursor: this.cursor,
      at: change.at,
      changed: writes.map(({ key, meta }) => {
        const before = held.get(key) ?? null;
        return { key, before, state: this.get(key) as StoredKey, isNew: !sameMeta(before?.meta, meta) };
      }),
      removed: removes,
    };
  }

  changesSince(since: Cursor | null, wants: (key: string) => boolean): StoreChanges {
    const reason = fullReason(since, this.cursor, this.#horizon);
    return changesIn(this.#pages.values(), since, reason, wants, (key) => this.#pageOf.has(key));
  }

  /** Whether the history lacks anything. */
  get flushPending(): boolean {
    for (const page of this.#pages.values()) if (page.seq > page.flushedSeq) return true;
    return false;
  }

  /** What the history lacks, as rows; null when it lacks nothing. */
  pendingFlush(): FlushBatch | null {
    return flushBatch(this.cursor, this.#pages.values());
  }

  /** The batch is durable elsewhere: minutes that are over may leave. Kept in memory, written with the page's next commit. */
  flushed(batch: FlushBatch, now: number): void {
    for (const { page: id, seq } of batch.brings) {
      const page = this.#pages.get(id);
      if (page) this.#pages.set(id, settle(page, seq, now));
    }
  }

  #differs({ key, value, meta }: Write): boolean {
    const held = this.get(key);
    return !held || !jsonEquals(held.value, value) || !sameMeta(held.meta, meta);
  }

  #load(row: PageRow): void {
    const body = pageBody.parse(JSON.parse(row.body));
    this.#pages.set(row.id, { ...body, id: row.id, slug: row.slug, seq: row.seq });
    this.#sizes.set(row.id, row.body.length);
    for (const key of Object.keys(body.keys)) this.#pageOf.set(key, row.id);
  }

  #draft(change: ChangeSet, writes: readonly Write[], removes: readonly string[], seq: number): Map<number, Page> {
    const drafts = new Drafts(this.#pages, this.#sizes, seq);
    for (const { key, value, meta } of writes) {
      const page = drafts.place(sourceOf(key), this.#pageOf.get(key), key, JSON.stringify(value).length > SOLO_BYTES);
      page.keys[key] = { rev: seq, at: change.at, value, meta };
    }
    for (const key of removes) {
      const page = drafts.page(this.#pageOf.get(key) as number);
      delete page.keys[key];
      page.tombstones[key] = seq;
    }
    // A copy: overflow opens further pages, which have nothing to be recorded.
    for (const [id, page] of Array.from(drafts.open)) {
      const before = this.#pages.get(id) ?? emptyPage(id, page.slug);
      const blocks = record(before, page, change.at, seq, change);
      const recorded = { ...page, blocks, lastRowAt: blocks.at(-1)?.t.at(-1) ?? page.lastRowAt };
      drafts.open.set(id, overflow(recorded, drafts, change.at));
    }
    return drafts.open;
  }

  #install(drafts: Map<number, Page>, seq: number): void {
    const pruned = prune(this.#pages, drafts);
    const rows = [...drafts.values()].map(toRow);
    this.#storage.write({ pages: rows, ...(pruned === null ? {} : { horizon: pruned }) });
    if (pruned !== null) this.#horizon = pruned;
    this.#seq = seq;
    for (const [id, page] of drafts) {
      for (const key of Object.keys(this.#pages.get(id)?.keys ?? {})) {
        if (this.#pageOf.get(key) === id) this.#pageOf.delete(key);
      }
      this.#pages.set(id, page);
    }
    for (const [id, page] of drafts) for (const key of Object.keys(page.keys)) this.#pageOf.set(key, id);
    for (const row of rows) this.#sizes.set(row.id, row.body.length);
  }
}
