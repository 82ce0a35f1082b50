import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { block } from "../history/block";
import { MemoryStorage } from "../testing/memory-storage";
import { type ChangeSet, Store } from "./store";

const series = { kind: "series" } as const;
const all = () => true;

function change(at: number, writes: ChangeSet["writes"], removes: string[] = [], interval = 2_000): ChangeSet {
  return { at, writes, removes, lastCheck: null, interval };
}

function open(storage = new MemoryStorage()) {
  return { storage, store: new Store(storage, () => "abcdefgh") };
}

describe("[S10] flushing", () => {
  const at = (minute: number, second = 0) => (minute * 60 + second) * 1_000;

  test("a batch holds pages, whole blocks and the cursor; afterwards nothing is pending", () => {
    const { store } = open();
    store.commit(change(at(1), [{ key: "a.x", value: 1, meta: series }]));
    const batch = store.pendingFlush();
    expect(batch?.cursor.seq).toBe(1);
    expect(batch?.blocks).toMatchObject([{ page: 1, minute: 1 }]);
    if (batch) store.flushed(batch, at(1, 1));
    expect(store.pendingFlush()).toBeNull();
  });

  test("a block is sent whole again while its minute goes on, and leaves when it is over and sent", () => {
    const { store } = open();
    for (const second of [0, 2]) {
      store.commit(change(at(1, second), [{ key: "a.x", value: second, meta: series }]));
      const batch = store.pendingFlush();
      expect(v.parse(block, JSON.parse(batch?.blocks[0]?.body ?? "")).t).toHaveLength(second / 2 + 1);
      if (batch) store.flushed(batch, at(1, second));
    }
    store.commit(change(at(2), [{ key: "a.x", value: 9, meta: series }], [], 60_000));
    const batch = store.pendingFlush();
    expect(batch?.blocks.map(({ minute }) => minute)).toEqual([2]);
    if (batch) store.flushed(batch, at(2));
    expect(store.changesSince({ epoch: "abcdefgh", seq: 0 }, all).values[0]).toMatchObject({ hole: true });
    expect(store.changesSince({ epoch: "abcdefgh", seq: 2 }, all).values[0]?.hole).toBeUndefined();
  });

  test("what was committed while a flush was on its way is pending afterwards", () => {
    const { store } = open();
    store.commit(change(at(1), [{ key: "a.x", value: 1, meta: series }]));
    const batch = store.pendingFlush();
    store.commit(change(at(1, 2), [{ key: "a.x", value: 2, meta: series }]));
    if (batch) store.flushed(batch, at(1, 3));
    expect(store.pendingFlush()?.cursor.seq).toBe(2);
  });

  test("a new instance repeats the last flush, with the same rows", () => {
    const { store, storage } = open();
    store.commit(change(at(1), [{ key: "a.x", value: 1, meta: series }]));
    const batch = store.pendingFlush();
    if (batch) store.flushed(batch, at(1, 1));
    expect(open(storage).store.pendingFlush()).toEqual(batch);
  });

  test("minutes that cannot leave get rows of their own: no row grows without end, and all of them leave later", () => {
    const { store, storage } = open();
    const sizes: number[] = [];
    for (let minute = 1; minute <= 200; minute++) {
      for (let second = 0; second < 60; second += 2) {
        store.commit(change(at(minute, second), [{ key: "a.x", value: 100_000 + minute * 60 + second, meta: series }]));
      }
      sizes.push(Math.max(...storage.read().pages.map(({ body }) => body.length)));
    }
    expect(Math.max(...sizes.slice(100))).toBeLessThanOrEqual(Math.max(...sizes.slice(20, 60)) * 1.1);
    const again = open(storage).store;
    const batch = again.pendingFlush();
    expect(batch?.blocks.map(({ page }) => page)).toEqual(Array.from({ length: 200 }, () => 1));
    expect(new Set(batch?.blocks.map(({ minute }) => minute)).size).toBe(200);
    expect(batch?.pages).toHaveLength(1);
    if (batch) again.flushed(batch, at(201));
    expect(again.flushPending).toBe(false);
    const rows = storage.read().pages.length;
    for (let minute = 201; minute <= 240; minute++) {
      again.commit(change(at(minute), [{ key: "a.x", value: -minute, meta: series }], [], 60_000));
    }
    expect(storage.read().pages.length).toBe(rows);
  });
});
