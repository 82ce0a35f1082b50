import { diffWorthSending } from "../delta/diff-worth-sending";
import { hash } from "../delta/hash";
import { formatCursor } from "../protocol/cursor";
import type { DataUpdateFrame } from "../protocol/data-update";
import { heldStream, isStream } from "../store/stream-key";
import { STREAM_BYTES, streamBytes } from "../streams/stream-bytes";
import { type Tail, tailSince } from "../streams/tail-since";
import type { Merged, MergedChange } from "./merge";

export type WireUpdate = DataUpdateFrame["updates"][number];

/** The member that tells apart the rows of a key's value, where its source names one. */
export type RowKeyOf = (key: string) => string | undefined;

/** Every so many patches of a key carry the hash of what they lead to. */
const HASH_EVERY = 16;

/**
 * Turns steps into updates: what follows on a stream's events, a patch where it saves enough, the value otherwise. Each
 * is made once, for all readers.
 */
export class UpdateMaker {
  readonly #patches = new Map<string, number>();
  readonly #rowKeyOf: RowKeyOf;

  constructor(rowKeyOf: RowKeyOf = () => undefined) {
    this.#rowKeyOf = rowKeyOf;
  }

  /** The updates of the keys that somebody wants; the others cost nothing. */
  make(merged: Merged, isWanted: (key: string) => boolean): WireUpdate[] {
    const updates: WireUpdate[] = [];
    for (const [key, change] of merged.changed) {
      if (isWanted(key)) updates.push(this.#changed(key, change, merged));
    }
    for (const [key, rev] of merged.removed) {
      this.#patches.delete(key);
      if (isWanted(key)) updates.push({ key, ...revOf(rev, merged), removed: true });
    }
    return updates;
  }

  #changed(key: string, change: MergedChange, merged: Merged): WireUpdate {
    const { state, isNew, points } = change;
    const own = { key, ...revOf(state.rev, merged), ...(state.at === merged.at ? {} : { at: state.at }) };
    const less = tail(change, merged) ?? this.#patch(key, change);
    if (less) return { ...own, ...less };
    const isSeries = state.meta.kind === "series";
    return {
      ...own,
      value: state.value,
      ...(isNew ? { meta: state.meta } : {}),
      ...(isSeries && points.length > 1 ? { points: [...points] } : {}),
    };
  }

  #patch(key: string, { before, state, isNew }: MergedChange) {
    if (before === null || isNew || typeof state.value !== "object" || state.value === null) return null;
    const patch = diffWorthSending(before.value, state.value, this.#rowKeyOf(key));
    if (patch === null) return null;
    const count = (this.#patches.get(key) ?? 0) + 1;
    this.#patches.set(key, count);
    return { base: before.rev, patch: [...patch], ...(count % HASH_EVERY === 0 ? { hash: hash(state.value) } : {}) };
  }
}

/**
 * What followed in this step on the events that readers held; null for other kinds, and for streams new to them. Also
 * what came and left within the step, as long as that is no more than a stream may hold: beyond it, a gap is told of.
 */
function tail({ before, state, isNew, events }: MergedChange, { from }: Merged): Tail | null {
  if (isNew || before === null || !isStream(state) || !isStream(before)) return null;
  const kept = tailSince(heldStream(state), from.seq, before.dropped);
  if (!kept.gap || streamBytes(events) > STREAM_BYTES) return kept;
  const { gap: _, ...rest } = kept;
  return { ...rest, append: [...events], from: before.value.at(-1)?.id ?? before.dropped };
}

export function dataUpdate(merged: Merged, updates: WireUpdate[]): DataUpdateFrame {
  return {
    type: "data_update",
    from: formatCursor(merged.from),
    cursor: formatCursor(merged.cursor),
    timestamp: merged.at,
    updates,
  };
}

function revOf(rev: number, { cursor }: Merged): { rev?: number } {
  return rev === cursor.seq ? {} : { rev };
}
