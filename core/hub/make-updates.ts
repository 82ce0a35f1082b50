import { diff } from "../delta/diff";
import { hash } from "../delta/hash";
import { worthSending } from "../delta/worth-sending";
import { formatCursor } from "../protocol/cursor";
import type { DataUpdateFrame } from "../protocol/data-update";
import type { Merged, MergedChange } from "./merge";

export type WireUpdate = DataUpdateFrame["updates"][number];

/** Every so many patches of a key carry the hash of what they lead to. */
const HASH_EVERY = 16;

/** Turns steps into updates: a patch where it saves enough, the value otherwise. Each is made once, for all readers. */
export class UpdateMaker {
  readonly #patches = new Map<string, number>();

  make(merged: Merged): WireUpdate[] {
    const changed = [...merged.changed].map(([key, change]) => this.#changed(key, change, merged));
    const removed = [...merged.removed].map(([key, rev]) => {
      this.#patches.delete(key);
      return { key, ...revOf(rev, merged), removed: true as const };
    });
    return [...changed, ...removed];
  }

  #changed(key: string, change: MergedChange, merged: Merged): WireUpdate {
    const { state, isNew, points } = change;
    const own = { key, ...revOf(state.rev, merged), ...(state.at === merged.at ? {} : { at: state.at }) };
    const patch = this.#patch(key, change);
    if (patch) return { ...own, ...patch };
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
    const patch = diff(before.value, state.value);
    if (patch === null || !worthSending(patch, JSON.stringify(state.value).length)) return null;
    const count = (this.#patches.get(key) ?? 0) + 1;
    this.#patches.set(key, count);
    return { base: before.rev, patch: [...patch], ...(count % HASH_EVERY === 0 ? { hash: hash(state.value) } : {}) };
  }
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
