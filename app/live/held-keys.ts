import { apply as applyPatch } from "../../core/delta/apply";
import { hash } from "../../core/delta/hash";
import { observe } from "../../core/history/observe";
import { sourceOf } from "../../core/keys/name";
import type { Update } from "../../core/protocol/data-update";
import type { KeyMeta, Point } from "../../core/protocol/parts";
import type { KeyState, KeyTail } from "../../core/protocol/snapshot";
import type { Hole } from "./applied";
import type { CachePatch } from "./cache-patch";
import { keepEqual } from "./keep-equal";
import { replacedBy, withTail } from "./stream-value";

/** How many milliseconds of points are kept while nobody says what is shown. */
const DEFAULT_RANGE = 60 * 60_000;

type Changed = Extract<Update, { value: unknown }>;
type Patched = Extract<Update, { base: number }>;

/** What the news of one key does to what is held of it. News that is not above the held rev changes nothing. */
export class HeldKeys {
  readonly #patch: CachePatch;
  readonly #isShown: (key: string) => boolean;
  /** Milliseconds of points that are kept. */
  range = DEFAULT_RANGE;

  constructor(patch: CachePatch, isShown: (key: string) => boolean) {
    this.#patch = patch;
    this.#isShown = isShown;
  }

  /** A key that changed while it was subscribed, with a whole value. */
  change(update: Changed, seq: number): Hole[] {
    const { key, at, points, hole } = update;
    const meta = update.meta ?? this.#patch.value(key)?.meta ?? { kind: "value" };
    const isHole = hole === true && this.#isBefore(update);
    const holes = meta.kind === "series" ? this.#holes(key, isHole || this.#isShownAnew(key)) : [];
    if (meta.kind === "series")
      this.#extend(key, at, hole ? [...(points ?? []), pointOf(update)] : this.#seen(update), seq);
    this.#put(update, meta);
    return holes;
  }

  /** False where it does not fit what is held. What a patch does not touch keeps its reference. */
  patch({ key, rev, at, base, patch, hash: expected }: Patched): boolean {
    if (rev <= this.#patch.rev(key)) return true;
    const held = this.#patch.value(key);
    if (held === null || this.#patch.rev(key) !== base) return false;
    const applied = applyPatch(held.value, patch);
    if (!applied.ok || (expected !== undefined && hash(applied.value) !== expected)) return false;
    this.#patch.put({ ...held, rev, at, value: applied.value });
    return true;
  }

  /** False where the events do not follow on those that are held. */
  append(tail: KeyTail): boolean {
    const { key, rev, at } = tail;
    if (rev <= this.#patch.rev(key)) return true;
    const held = this.#patch.value(key);
    const next = held?.meta.kind === "stream" ? withTail(held, tail) : null;
    if (held === null || next === null) return false;
    this.#patch.put({ key, rev, at, meta: held.meta, ...next });
    return true;
  }

  /** A key of a catch-up. */
  catchUp(state: KeyState, seq: number): Hole[] {
    const { key, at, meta, points, hole } = state;
    const holes = meta.kind === "series" ? this.#holes(key, hole === true && this.#isBefore(state)) : [];
    if (meta.kind === "series") this.#extend(key, at, [...(points ?? []), pointOf(state)], seq);
    this.#put(state, meta);
    return holes;
  }

  #put({ key, value, rev, at }: Pick<KeyState, "key" | "value" | "rev" | "at">, meta: KeyMeta): void {
    const known = this.#patch.rev(key);
    if (rev <= known) return;
    const held = this.#patch.value(key);
    if (meta.kind === "stream") {
      // Ids of another epoch (its revs count as 0) say nothing about events of this one.
      const before = known > 0 ? held : null;
      return this.#patch.put({ key, rev, at, meta, ...replacedBy(before, value) });
    }
    this.#patch.put({ key, rev, at, meta, value: held === null ? value : keepEqual(held.value, value) });
  }

  /** Whether what is held ends before these points begin: a pattern that is new may ask for what another one brought. */
  #isBefore({ key, at, points }: Pick<KeyState, "key" | "at" | "points">): boolean {
    const last = this.#patch.points(key)?.at(-1);
    return last === undefined || last[0] < (points?.[0]?.[0] ?? at);
  }

  #holes(key: string, isHole: boolean): Hole[] {
    if (!isHole || !(this.#patch.keepsPoints(key) || this.#isShown(key))) return [];
    return [{ key, after: this.#patch.points(key)?.at(-1)?.[0] ?? null }];
  }

  /** A series that a panel waits for came (back) without its past: its source left it out for a while. */
  #isShownAnew(key: string): boolean {
    return this.#patch.value(key) === null && this.#patch.keepsPoints(key) && !this.#patch.points(key)?.length;
  }

  #seen(update: Changed): readonly Point[] {
    const { key, points } = update;
    const slug = sourceOf(key);
    const last = this.#patch.points(key)?.at(-1);
    return points ?? observe(last, pointOf(update), this.#patch.checked(slug).checkedAt, this.#patch.interval(slug));
  }

  #extend(key: string, at: number, added: readonly Point[], seq: number): void {
    this.#patch.extend(key, added, at - this.range, seq);
  }
}

function pointOf({ at, value }: Pick<KeyState, "at" | "value">): Point {
  return [at, typeof value === "number" ? value : null];
}
