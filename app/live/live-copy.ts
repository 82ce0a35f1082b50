import { notifyManager, type QueryClient } from "@tanstack/react-query";
import { sourceOf } from "../../core/keys/name";
import { isExact, matches } from "../../core/keys/pattern";
import { type Cursor, formatCursor, parseCursor } from "../../core/protocol/cursor";
import type { DataUpdate } from "../../core/protocol/data-update";
import type { Point } from "../../core/protocol/parts";
import type { KeyState } from "../../core/protocol/snapshot";
import type { Applied } from "./applied";
import type { Arrival, CatchUp } from "./arrival";
import { CachePatch } from "./cache-patch";
import { HeldKeys } from "./held-keys";

/** When sources were last looked at and are asked again, by slug. */
interface Looks {
  readonly checked: Readonly<Record<string, number>>;
  readonly due: Readonly<Record<string, number>>;
}

/** The reader's copy of the store, in the query cache. Its cursor moves by what is applied and by nothing else. */
export class LiveCopy {
  readonly #patch: CachePatch;
  readonly #keys: HeldKeys;
  #cursor: Cursor | null = null;
  #epoch: string | null = null;
  /** The newest commit that a loader knew of. */
  #seededTo = 0;
  #lastChange: number | null = null;

  /** `isShown`: whether the past of a key is shown, although there may be nothing of it yet. */
  constructor(queryClient: QueryClient, workspaceId: string, isShown: (key: string) => boolean) {
    this.#patch = new CachePatch(queryClient, workspaceId);
    this.#keys = new HeldKeys(this.#patch, isShown);
  }

  /** Milliseconds of points that are kept. */
  get range(): number {
    return this.#keys.range;
  }

  set range(milliseconds: number) {
    this.#keys.range = milliseconds;
  }

  get cursor(): string | null {
    return this.#cursor && formatCursor(this.#cursor);
  }

  /** Whether this commit, in which the key came to this rev, is among what is held; another epoch has left it behind. */
  holds(key: string, { cursor, rev }: { readonly cursor: string; readonly rev: number }): boolean {
    const commit = parseCursor(cursor);
    if (!commit || (this.#epoch !== null && this.#epoch !== commit.epoch)) return true;
    return this.#patch.rev(key) >= rev || (this.#cursor !== null && this.#cursor.seq >= commit.seq);
  }

  /** When the last change was made, by the server's clock. */
  get lastChange(): number | null {
    return this.#lastChange;
  }

  /** Loader values true at this cursor are in the cache. Says which epoch they are of while no frame has. */
  seeded(since: string): void {
    const cursor = parseCursor(since);
    if (!cursor) return;
    this.#epoch ??= cursor.epoch;
    if (this.#epoch === cursor.epoch) this.#seededTo = Math.max(this.#seededTo, cursor.seq);
  }

  /** `wanted`: the patterns that a key new to the copy must match; a frame for others may still be on its way. */
  apply(arrivals: readonly Arrival[], wanted: readonly string[]): Applied {
    const applied: Applied = { answered: [], holes: [], misfits: [] };
    notifyManager.batch(() => {
      for (const arrival of arrivals) {
        switch (arrival.type) {
          case "data_update":
            this.#update(arrival, wanted, applied);
            break;
          case "catch_up":
            this.#catchUp(arrival, wanted, applied);
            break;
          case "beat":
            this.#look(arrival);
            break;
        }
      }
    });
    return applied;
  }

  /** Puts fetched points, by key, where they belong in time. `now`: the server's. */
  fill(found: ReadonlyMap<string, readonly Point[]>, now: number): void {
    notifyManager.batch(() => {
      for (const [key, points] of found) this.#patch.merge(key, points, now - this.range);
    });
  }

  distrust(patterns: readonly string[]): void {
    notifyManager.batch(() => this.#patch.demote(this.#patch.keysOf(patterns)));
  }

  release(dropped: readonly string[], kept: readonly string[]): void {
    const keys = this.#patch.keysOf(dropped).filter((key) => !kept.some((pattern) => matches(pattern, key)));
    notifyManager.batch(() => this.#patch.release(keys, dropped));
  }

  forget(): void {
    this.#cursor = null;
    this.#epoch = null;
    this.#seededTo = 0;
    notifyManager.batch(() => this.#patch.clear());
  }

  #update(frame: DataUpdate, wanted: readonly string[], { holes, misfits }: Applied): void {
    const cursor = this.#enter(frame.cursor);
    const slugs = new Set<string>();
    for (const update of frame.updates) {
      const held = this.#patch.rev(update.key);
      if (held === -1 && !wanted.some((pattern) => matches(pattern, update.key))) continue;
      slugs.add(sourceOf(update.key));
      if ("removed" in update) {
        if (update.rev > held) this.#patch.remove(update.key, update.rev);
        continue;
      }
      if ("value" in update) holes.push(...this.#keys.change(update, cursor.seq));
      else if (!("patch" in update ? this.#keys.patch(update) : this.#keys.append(update))) misfits.push(update.key);
    }
    this.#patch.rename(cursor.seq, this.#isBehind());
    // After the points: a hold reaches as far as the look before this one.
    for (const slug of slugs) if (!slug.startsWith("$")) this.#patch.look(slug, frame.timestamp, undefined);
    this.#lastChange = Math.max(this.#lastChange ?? 0, frame.timestamp);
    this.#advance(cursor);
  }

  #catchUp(arrival: CatchUp, wanted: readonly string[], { answered, holes, misfits }: Applied): void {
    const { removed, full, reason } = arrival;
    // Some may have been let go while the answer was on its way.
    const patterns = arrival.patterns.filter((pattern) => wanted.includes(pattern));
    const isWanted = ({ key }: { key: string }) =>
      patterns.length === arrival.patterns.length || wanted.some((pattern) => matches(pattern, key));
    const values = arrival.values.filter(isWanted);
    const cursor = this.#enter(arrival.cursor);
    if (reason === "ahead") this.#fallBack(patterns);
    holes.push(...values.flatMap((state) => this.#keys.catchUp(state, cursor.seq)));
    for (const tail of arrival.tails.filter(isWanted)) if (!this.#keys.append(tail)) misfits.push(tail.key);
    for (const key of full ? this.#missing(patterns, values) : removed) {
      const held = this.#patch.rev(key);
      if (held !== -1 && held <= cursor.seq) this.#patch.remove(key, cursor.seq);
    }
    // The cursor may be another pattern's: it does not tell whether a loader was faster with these keys.
    this.#patch.rename(cursor.seq, true);
    for (const pattern of patterns) if (!isExact(pattern)) this.#patch.list(pattern, cursor.seq, full);
    this.#look(arrival);
    this.#advance(cursor);
    answered.push(arrival.id);
  }

  /** What is held of these patterns and is not in a full answer. */
  #missing(patterns: readonly string[], values: readonly KeyState[]): string[] {
    const there = new Set(values.map(({ key }) => key));
    return this.#patch.keysOf(patterns).filter((key) => !there.has(key) && this.#patch.value(key) !== null);
  }

  #look({ checked, due }: Looks): void {
    for (const slug of new Set([...Object.keys(checked), ...Object.keys(due)])) {
      this.#patch.look(slug, checked[slug], due[slug]);
    }
  }

  /** Revs of two epochs cannot be compared: with the first frame of another one, all that is held counts as oldest. */
  #enter(text: string): Cursor {
    const cursor = parseCursor(text);
    // A frame that holds none did not get here.
    if (!cursor) throw new Error(`No cursor: ${text}`);
    if (this.#epoch !== null && this.#epoch !== cursor.epoch) {
      this.#patch.demoteAll();
      this.#cursor = null;
      this.#seededTo = 0;
    }
    this.#epoch = cursor.epoch;
    return cursor;
  }

  /** The store lost its latest commits: what it has counts, though its revs are lower. */
  #fallBack(patterns: readonly string[]): void {
    this.#patch.demote(this.#patch.keysOf(patterns));
    this.#cursor = null;
  }

  /** Whether a loader's lists of keys may be ahead of the values that are held. */
  #isBehind(): boolean {
    return (this.#cursor?.seq ?? 0) < this.#seededTo;
  }

  #advance(cursor: Cursor): void {
    if (this.#cursor === null || cursor.seq > this.#cursor.seq) this.#cursor = cursor;
  }
}
