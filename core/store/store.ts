import { jsonEquals } from "../json";
import type { KeyLog } from "../keys/key-log";
import { sourceOf } from "../keys/name";
import type { Logger } from "../ports";
import type { Cursor } from "../protocol/cursor";
import { assertKinds } from "./assert-kinds";
import type { Append, ChangeSet, Commit, Once, Write } from "./change-set";
import { changesIn, fullReason, type StoreChanges } from "./changes-since";
import { noteDone } from "./done";
import { type Drafted, draftStep } from "./draft-step";
import { type FlushBatch, flushBatch, settle } from "./flush";
import { emptyPage, type Page, type StoredKey } from "./page";
import { fromRow, toRow } from "./page-row";
import { Pages } from "./pages";
import { MAX_TOMBSTONES, prune } from "./prune";
import { sameMeta } from "./same-meta";
import type { PageRow, Storage } from "./storage";

export type { Append, ChangeSet, Commit, StoredKey, Write };

/** A write that was done: the commit that it is in, or that held already what it asked for, and its key's rev there. */
export interface Written {
  readonly cursor: Cursor;
  readonly rev: number;
}

const NO_TEXTS: ReadonlyMap<StoredKey, string> = new Map();

/**
 * The keys, their values and revisions, over a storage of pages. One commit is one storage transaction; when that
 * throws, memory stays as it was. An equal value is no change: nothing is written and no seq is spent.
 */
export class Store {
  readonly #storage: Storage;
  readonly #pages = new Pages();
  readonly #keepTombstones: number;
  #epoch: string;
  #seq: number;
  #horizon: number;

  /** Rows that are no pages (any more) are set aside, and the readers start afresh; the logger is told. */
  constructor(
    storage: Storage,
    newEpoch: () => string,
    logger?: Pick<Logger, "error">,
    keepTombstones: number = MAX_TOMBSTONES,
  ) {
    this.#storage = storage;
    this.#keepTombstones = keepTombstones;
    const stored = storage.read();
    const damaged = stored.pages.filter((row) => !this.#load(row));
    this.#seq = Math.max(0, ...stored.pages.map((row) => row.seq));
    this.#horizon = stored.horizon;
    this.#epoch = stored.epoch ?? newEpoch();
    if (damaged.length > 0) {
      this.#setAside(damaged, newEpoch());
      logger?.error("pages_set_aside", { pages: damaged.map(({ id }) => id), epoch: this.#epoch });
    } else if (stored.epoch === null) storage.write({ epoch: this.#epoch, pages: [] });
  }

  get cursor(): Cursor {
    return { epoch: this.#epoch, seq: this.#seq };
  }

  get(key: string): StoredKey | undefined {
    return this.#pages.stored(key);
  }

  /** The last changes of a key; null where there is none. */
  log(key: string): KeyLog | null {
    const page = this.#pages.get(this.#pages.pageOf(key) ?? 0);
    const stored = page?.keys[key];
    if (!page || !stored) return null;
    const isSeries = stored.meta.kind === "series";
    return { rev: stored.rev, changes: page.log?.[key] ?? [], origins: isSeries ? (page.origins ?? []) : [] };
  }

  keys(): IterableIterator<string> {
    return this.#pages.keys();
  }

  get size(): number {
    return this.#pages.size;
  }

  /** The names of all keys of a source. */
  keysOf(slug: string): string[] {
    return [...this.#pages.ofSource(slug)].flatMap((id) => Object.keys(this.#pages.get(id)?.keys ?? {}));
  }

  /**
   * Makes the change set durable, or returns null when nothing in it is a change, or when it names itself and is done
   * already. Throws what the storage throws, and on a change set that does not fit the keys' kinds.
   */
  commit(change: ChangeSet): Commit | null {
    if (change.once && this.#pages.done(change.once)) return null;
    assertKinds(change, (key) => this.get(key));
    const last = new Map(change.writes.map((write) => [write.key, write]));
    const writes = [...last.values()].filter((write) => this.#differs(write));
    const appends = (change.appends ?? []).filter((append) => this.#grows(append));
    const removes = change.removes.filter((key) => this.#pages.pageOf(key) !== undefined);
    if (writes.length + appends.length + removes.length === 0) {
      if (change.once) this.#remember(change, change.once);
      return null;
    }
    return this.#step({ ...change, writes, appends, removes });
  }

  /** The write of this name, if it is remembered, by whatever instance over this storage. */
  written(writer: string, id: string): Written | null {
    const done = this.#pages.done({ writer, id });
    return done ? { cursor: { epoch: this.#epoch, seq: done.seq }, rev: done.rev } : null;
  }

  /** Begins another epoch, so that every reader starts afresh: after a restore, say. Throws what the storage throws. */
  renew(epoch: string): void {
    this.#storage.write({ epoch, pages: [] });
    this.#epoch = epoch;
    this.#horizon = 0;
  }

  changesSince(since: Cursor | null, wants: (key: string) => boolean): StoreChanges {
    const reason = fullReason(since, this.cursor, this.#horizon);
    return changesIn(this.#pages.all(), since, reason, wants, (key) => this.#pages.pageOf(key) !== undefined);
  }

  /** Whether the history lacks anything. */
  get flushPending(): boolean {
    return this.#pages.unflushed.size > 0;
  }

  /** What the history lacks, as rows; null when it lacks nothing. */
  pendingFlush(): FlushBatch | null {
    const ids = [...this.#pages.unflushed].sort((a, b) => a - b);
    return flushBatch(
      this.cursor,
      ids.map((id) => this.#pages.get(id) as Page),
    );
  }

  /** The batch is durable elsewhere: minutes that are over may leave. Kept in memory, written with the page's next commit. */
  flushed(batch: FlushBatch, now: number): void {
    for (const { page: id, seq } of batch.brings) {
      const page = this.#pages.get(id);
      if (page) this.#pages.put(settle(page, seq, now));
    }
  }

  #differs({ key, value, meta }: Write): boolean {
    const held = this.get(key);
    return !held || !jsonEquals(held.value, value) || !sameMeta(held.meta, meta);
  }

  #grows({ key, events, meta }: Append): boolean {
    return events.length > 0 || !sameMeta(this.get(key)?.meta, meta);
  }

  #step(change: ChangeSet): Commit {
    const from = this.cursor;
    const drafted = draftStep(this.#pages, change, from.seq + 1);
    this.#install(drafted);
    this.#seq = from.seq + 1;
    return { from, cursor: this.cursor, at: change.at, changed: drafted.changed, removed: change.removes };
  }

  #install({ drafts, texts }: Drafted): void {
    const pruned = prune(this.#pages, drafts.open, this.#keepTombstones);
    const rows = this.#write(drafts.open.values(), texts, pruned === null ? {} : { horizon: pruned });
    if (pruned !== null) this.#horizon = pruned;
    for (const [key, id] of drafts.placed) this.#pages.place(key, id);
    for (const row of rows) this.#pages.put(drafts.open.get(row.id) as Page, row.body.length);
  }

  /** A write that changed nothing is remembered as well: its page is written again, at the commit it had. */
  #remember(change: ChangeSet, once: Once): void {
    const key = [...change.writes, ...(change.appends ?? [])][0]?.key ?? change.removes[0];
    if (key === undefined) throw new Error("a write that names itself changes a key");
    const page = noteDone(this.#pageFor(key), once, {
      at: change.at,
      seq: this.#seq,
      rev: this.get(key)?.rev ?? 0,
    });
    const [row] = this.#write([page], NO_TEXTS, {});
    this.#pages.put(page, row?.body.length);
  }

  /** The page that has the key, or one that could. */
  #pageFor(key: string): Page {
    const slug = sourceOf(key);
    const held = [this.#pages.pageOf(key), ...this.#pages.ofSource(slug)]
      .map((id) => (id === undefined ? undefined : this.#pages.get(id)))
      .find((page) => page !== undefined && page.overflowOf === undefined);
    return held ?? emptyPage(this.#pages.lastId + 1, slug);
  }

  #write(
    pages: Iterable<Page>,
    texts: ReadonlyMap<StoredKey, string>,
    more: Omit<Parameters<Storage["write"]>[0], "pages">,
  ): PageRow[] {
    const rows = [...pages].map((page) => toRow(page, texts));
    this.#storage.write({ ...more, pages: rows });
    return rows;
  }

  #load(row: PageRow): boolean {
    const page = fromRow(row);
    if (page === null) return false;
    this.#pages.put(page, row.body.length);
    for (const key of Object.keys(page.keys)) this.#pages.place(key, page.id);
    return true;
  }

  /** Empty pages take their place, so that the sequence never falls back behind what the lost ones had reached. */
  #setAside(damaged: readonly PageRow[], epoch: string): void {
    const pages = damaged.map(({ id, slug, seq }) => ({ ...emptyPage(id, slug), seq }));
    this.#write(pages, NO_TEXTS, { epoch, aside: damaged });
    for (const page of pages) this.#pages.put(page);
    this.#epoch = epoch;
    this.#horizon = 0;
  }
}
