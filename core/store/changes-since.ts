import { pointsOf } from "../history/block";
import type { Cursor } from "../protocol/cursor";
import type { FullReason, KeyState, KeyTail } from "../protocol/snapshot";
import { tailSince } from "../streams/tail-since";
import type { Page, StoredKey } from "./page";
import { heldStream, isStream } from "./stream-key";

/** What a reader that stood at `since` must apply to stand at the store's cursor. */
export interface StoreChanges {
  readonly full: boolean;
  readonly reason?: FullReason;
  readonly values: KeyState[];
  /** Streams that the reader has the beginning of; the others are whole, in `values`. Left out where there are none. */
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
  const tails: KeyTail[] = [];
  const removed = new Set<string>();
  for (const page of pages) {
    if (page.seq <= sinceSeq) continue;
    for (const [key, stored] of Object.entries(page.keys)) {
      if (stored.rev <= sinceSeq || !wants(key)) continue;
      const tail = reason ? null : keyTail(key, stored, sinceSeq);
      if (tail) tails.push(tail);
      else values.push(keyState(page, key, stored, sinceSeq));
    }
    if (reason) continue;
    for (const [key, seq] of Object.entries(page.tombstones)) {
      if (seq > sinceSeq && wants(key) && !exists(key)) removed.add(key);
    }
  }
  return {
    full: reason !== undefined,
    ...(reason ? { reason } : {}),
    values,
    ...(tails.length > 0 ? { tails } : {}),
    removed: [...removed],
  };
}

/** What follows on the events that a reader holds; null for what is no stream, or none that this reader knows. */
function keyTail(key: string, stored: StoredKey, sinceSeq: number): KeyTail | null {
  if (!isStream(stored) || stored.born > sinceSeq) return null;
  return { key, rev: stored.rev, at: stored.at, ...tailSince(heldStream(stored), sinceSeq) };
}

/** A key as readers know it, without what only the store needs. */
export function wholeKey(key: string, { rev, at, value, meta }: StoredKey): KeyState {
  return { key, rev, at, value, meta };
}

function keyState(page: Page, key: string, stored: StoredKey, sinceSeq: number): KeyState {
  const state = wholeKey(key, stored);
  if (state.meta.kind !== "series") return state;
  const points = pointsOf(page.blocks, key, sinceSeq);
  return {
    ...state,
    ...(points.length > 0 ? { points } : {}),
    ...(sinceSeq < page.droppedSeq ? { hole: true as const } : {}),
  };
}
