import { pointsOf } from "../history/block";
import type { Cursor } from "../protocol/cursor";
import type { FullReason, KeyState, KeyTail } from "../protocol/snapshot";
import type { Page, StoredKey } from "./page";

/** What a reader that stood at `since` must apply to stand at the store's cursor. */
export interface StoreChanges {
  readonly full: boolean;
  readonly reason?: FullReason;
  readonly values: KeyState[];
  readonly tails?: KeyTail[];
  readonly removed: string[];
}

/** Why a reader cannot be caught up from its cursor; undefined when it can. */
export function fullReason(since: Cursor | null, now: Cursor, horizon: number): FullReason | undefined {
  if (since === null) return "first";
  if (since.epoch !== now.epoch) return "epoch";
  if (since.seq > now.seq) return "ahead";
  if (since.seq < horizon) return "horizon";
  return undefined;
}

/** A query over state, not a replay of a log: it costs the keys there are, and what comes out is what changed. */
export function changesIn(
  pages: Iterable<Page>,
  since: Cursor | null,
  reason: FullReason | undefined,
  wants: (key: string) => boolean,
  exists: (key: string) => boolean,
): StoreChanges {
  const sinceSeq = reason || since === null ? 0 : since.seq;
  const values: KeyState[] = [];
  const removed = new Set<string>();
  for (const page of pages) {
    if (page.seq <= sinceSeq) continue;
    for (const [key, stored] of Object.entries(page.keys)) {
      if (stored.rev > sinceSeq && wants(key)) values.push(keyState(page, key, stored, sinceSeq));
    }
    if (reason) continue;
    for (const [key, seq] of Object.entries(page.tombstones)) {
      if (seq > sinceSeq && wants(key) && !exists(key)) removed.add(key);
    }
  }
  return { full: reason !== undefined, ...(reason ? { reason } : {}), values, removed: [...removed] };
}

function keyState(page: Page, key: string, stored: StoredKey, sinceSeq: number): KeyState {
  const state: KeyState = { key, ...stored };
  if (stored.meta.kind !== "series") return state;
  const points = pointsOf(page.blocks, key, sinceSeq);
  return {
    ...state,
    ...(points.length > 0 ? { points } : {}),
    ...(sinceSeq < page.droppedSeq ? { hole: true as const } : {}),
  };
}
