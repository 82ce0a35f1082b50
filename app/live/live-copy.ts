import { notifyManager, type QueryClient } from "@tanstack/react-query";
import { apply as applyPatch } from "../../core/delta/apply";
import { hash } from "../../core/delta/hash";
import { observe } from "../../core/history/observe";
import { sourceOf } from "../../core/keys/name";
import { isExact, matches } from "../../core/keys/pattern";
import { type Cursor, formatCursor, parseCursor } from "../../core/protocol/cursor";
import type { DataUpdate, Update } from "../../core/protocol/data-update";
import type { KeyMeta, Point } from "../../core/protocol/parts";
import type { KeyState } from "../../core/protocol/snapshot";
import type { Arrival, CatchUp } from "./arrival";
import { CachePatch } from "./cache-patch";

/** A series whose points between the last held one and the first of a catch-up are in the history only. */
export interface Hole {
  readonly key: string;
  /** The time of the last point held before it; null when none is. */
  readonly after: number | null;
}

export interface Applied {
  /** The requests whose catch-up is in the copy now. */
  readonly answered: string[];
  readonly holes: Hole[];
  /** Keys whose patch did not fit what is held: their whole values are to be asked for. */
  readonly misfits: string[];
}

/** How many milliseconds of points are kept while nobody says what is shown. */
export const DEFAULT_RANGE = 60 * 60_000;

type Changed = Extract<Update, { value: unknown }>;
type Patched = Extract<Update, { base: number }>;

/** When sources were last looked at and are asked again, by slug. */
interface Looks {
  readonly checked: Readonly<Record<string, number>>;
  readonly due: Readonly<Record<string, number>>;
}

/** The reader's copy of the store, in the query cache. Its cursor moves by what is applied and by nothing else. */
export class LiveCopy {
  readonly #patch: CachePatch;
  #cursor: Cursor | null = null;
  #epoch: string | null = null;
  /** The newest commit that a loader knew of. */
  #seededTo = 0;
  #lastChange: number | null = null;
  /** Milliseconds of points that are kept. */
  range = DEFAULT_RANGE;

  constructor(queryClient: QueryClient, workspaceId: string) {
    this.#patch = new CachePatch(queryClient, workspaceId);
  }

  get cursor(): string | null {
    return this.#cursor && formatCursor(this.#cursor);
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
            applied.holes.push(...this.#catchUp(arrival, wanted));
            applied.answered.push(arrival.id);
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
      const changed = "append" in update ? null : "patch" in update ? this.#patched(update) : update;
      if (changed) this.#change(changed, cursor.seq, holes);
      else if (update.rev > held) misfits.push(update.key);
    }
    this.#patch.rename(cursor.seq, this.#isBehind());
    // After the points: a hold reaches as far as the look before this one.
    for (const slug of slugs) if (!slug.startsWith("$")) this.#patch.look(slug, frame.timestamp, undefined);
    this.#lastChange = Math.max(this.#lastChange ?? 0, frame.timestamp);
    this.#advance(cursor);
  }

  #change(update: Changed, seq: number, holes: Hole[]): void {
    const { key, rev } = update;
    const meta = update.meta ?? this.#patch.value(key)?.meta ?? { kind: "value" };
    if (meta.kind === "series") {
      if (this.#isShownAnew(key)) holes.push({ key, after: null });
      this.#observe(update, seq);
    }
    if (rev > this.#patch.rev(key)) this.#put(update, meta);
  }

  /** The patch over what is held; null where it does not fit. What it does not touch keeps its reference. */
  #patched({ key, rev, at, base, patch, hash: expected }: Patched): Changed | null {
    const held = this.#patch.value(key);
    if (held === null || this.#patch.rev(key) !== base) return null;
    const applied = applyPatch(held.value, patch);
    if (!applied.ok || (expected !== undefined && hash(applied.value) !== expected)) return null;
    return { key, rev, at, value: applied.value };
  }

  /** A series that a panel waits for came (back) without its past: its source left it out for a while. */
  #isShownAnew(key: string): boolean {
    return this.#patch.value(key) === null && this.#patch.keepsPoints(key) && !this.#patch.points(key)?.length;
  }

  #observe({ key, at, value, points }: Changed, seq: number): void {
    const slug = sourceOf(key);
    const last = this.#patch.points(key)?.at(-1);
    const now: Point = [at, typeof value === "number" ? value : null];
    const added = points ?? observe(last, now, this.#patch.checked(slug).checkedAt, this.#patch.interval(slug));
    this.#patch.extend(key, added, at - this.range, seq);
  }

  #catchUp(arrival: CatchUp, wanted: readonly string[]): Hole[] {
    const { removed, full, reason } = arrival;
    // Some may have been let go while the answer was on its way.
    const patterns = arrival.patterns.filter((pattern) => wanted.includes(pattern));
    const values = arrival.values.filter(
      ({ key }) => patterns.length === arrival.patterns.length || wanted.some((pattern) => matches(pattern, key)),
    );
    const cursor = this.#enter(arrival.cursor);
    if (reason === "ahead") this.#fallBack(patterns);
    const holes = values.flatMap((state) => this.#catchUpKey(state, cursor.seq));
    const gone = full ? this.#missing(patterns, values) : removed;
    for (const key of gone) {
      const held = this.#patch.rev(key);
      if (held !== -1 && held <= cursor.seq) this.#patch.remove(key, cursor.seq);
    }
    this.#patch.rename(cursor.seq, this.#isBehind());
    for (const pattern of patterns) if (!isExact(pattern)) this.#patch.list(pattern, cursor.seq, full);
    this.#look(arrival);
    this.#advance(cursor);
    return holes;
  }

  #catchUpKey(state: KeyState, seq: number): Hole[] {
    const { key, rev, at, value, meta, points, hole } = state;
    const holes: Hole[] = [];
    if (meta.kind === "series") {
      const keeps = this.#patch.keepsPoints(key);
      if (hole && keeps) holes.push({ key, after: this.#patch.points(key)?.at(-1)?.[0] ?? null });
      const present: Point = [at, typeof value === "number" ? value : null];
      this.#patch.extend(key, [...(points ?? []), present], at - this.range, seq);
    }
    if (rev > this.#patch.rev(key)) this.#put(state, meta);
    return holes;
  }

  /** What is held of these patterns and is not in a full answer. */
  #missing(patterns: readonly string[], values: readonly KeyState[]): string[] {
    const there = new Set(values.map(({ key }) => key));
    return this.#patch.keysOf(patterns).filter((key) => !there.has(key) && this.#patch.value(key) !== null);
  }

  #put({ key, value, rev, at }: Pick<KeyState, "key" | "value" | "rev" | "at">, meta: KeyMeta): void {
    this.#patch.put({ key, value, rev, at, meta });
  }

  #look({ checked, due }: Looks): void {
    for (const slug of new Set([...Object.keys(checked), ...Object.keys(due)])) {
      this.#patch.look(slug, checked[slug], due[slug]);
    }
  }

  /** Revs of two epochs cannot be compared: with the first frame of another one, all that is held counts as oldest. */
  #enter(text: string): Cursor {
    const cursor = parseCursor(text);
    if (!cursor) throw new Error("A cursor that was parsed before does not parse.");
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
