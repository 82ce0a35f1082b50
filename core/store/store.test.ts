import { afterEach, describe, expect, test, vi } from "vitest";
import { MemoryStorage } from "../testing/memory-storage";
import { storageContract } from "../testing/storage-contract";
import { Pages } from "./pages";
import { type ChangeSet, Store } from "./store";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("memory storage", () => {
  storageContract((body) => {
    const storage = new MemoryStorage();
    body({ storage, reopen: () => storage, aside: () => storage.aside });
  });
});

const series = { kind: "series" } as const;
const value = { kind: "value" } as const;
const all = () => true;

function change(at: number, writes: ChangeSet["writes"], removes: string[] = [], interval = 2_000): ChangeSet {
  return { at, writes, removes, lastCheck: null, interval };
}

function open(storage = new MemoryStorage()) {
  return { storage, store: new Store(storage, () => "abcdefgh") };
}

test("[S1] a commit raises seq by one and gives every changed key that rev", () => {
  const { store } = open();
  const commit = store.commit(
    change(10, [
      { key: "a.x", value: 1, meta: series },
      { key: "a.y", value: 2, meta: series },
    ]),
  );
  expect(commit?.cursor).toEqual({ epoch: "abcdefgh", seq: 1 });
  expect(store.get("a.x")).toEqual({ rev: 1, at: 10, value: 1, meta: series });
  expect(store.get("a.y")?.rev).toBe(1);
});

test("[S2] equal data is no change: nothing is written and no seq is spent", () => {
  const { store, storage } = open();
  store.commit(change(10, [{ key: "a.x", value: { b: [1, 2] }, meta: value }]));
  const rows = storage.rowsWritten;
  expect(store.commit(change(20, [{ key: "a.x", value: { b: [1, 2] }, meta: value }], ["a.gone"]))).toBeNull();
  expect(storage.rowsWritten).toBe(rows);
  expect(store.cursor.seq).toBe(1);
});

test("[S3] forty keys of a source that all change cost one row", () => {
  const { store, storage } = open();
  const writes = (n: number) => Array.from({ length: 40 }, (_, i) => ({ key: `a.k${i}`, value: n + i, meta: series }));
  store.commit(change(10, writes(0)));
  const rows = storage.rowsWritten;
  store.commit(change(2_010, writes(100)));
  expect(storage.rowsWritten - rows).toBe(1);
});

test("[S4] one changed key of ten thousand costs one row", () => {
  const { store, storage } = open();
  store.commit(
    change(
      10,
      Array.from({ length: 10_000 }, (_, i) => ({ key: `a.k${i}`, value: i, meta: value })),
    ),
  );
  const rows = storage.rowsWritten;
  store.commit(change(20, [{ key: "a.k77", value: -1, meta: value }]));
  expect(storage.rowsWritten - rows).toBe(1);
});

test("[S4] ten changed keys of ten thousand cost ten rows at most", () => {
  const { store, storage } = open();
  const writes = Array.from({ length: 10_000 }, (_, i) => ({ key: `a.k${i}`, value: i, meta: value }));
  store.commit(change(10, writes));
  expect(storage.rowsWritten).toBe(Math.ceil(10_000 / 64));
  const rows = storage.rowsWritten;
  store.commit(
    change(
      20,
      Array.from({ length: 10 }, (_, i) => ({ key: `a.k${i * 997}`, value: -1, meta: value })),
    ),
  );
  expect(storage.rowsWritten - rows).toBeLessThanOrEqual(10);
});

test("[S5] a write that the storage refuses changes nothing", () => {
  const { store, storage } = open();
  store.commit(change(10, [{ key: "a.x", value: 1, meta: series }]));
  storage.failNext = true;
  expect(() => store.commit(change(20, [{ key: "a.x", value: 2, meta: series }]))).toThrow("full");
  expect(store.cursor.seq).toBe(1);
  expect(store.get("a.x")?.value).toBe(1);
  expect(store.commit(change(30, [{ key: "a.x", value: 3, meta: series }]))?.cursor.seq).toBe(2);
});

test("[S6] a new instance over the same storage holds the same", () => {
  const { store, storage } = open();
  store.commit(
    change(10, [
      { key: "a.x", value: 1, meta: series },
      { key: "b.big", value: "x".repeat(5_000), meta: value },
    ]),
  );
  store.commit(change(20, [], ["a.x"]));
  const again = open(storage).store;
  expect(again.cursor).toEqual(store.cursor);
  expect([...again.keys()]).toEqual(["b.big"]);
  expect(again.changesSince({ epoch: "abcdefgh", seq: 1 }, all).removed).toEqual(["a.x"]);
});

test("[S7] a value over 4 kB has a page of its own, and moves there and back without a trace", () => {
  const { store, storage } = open();
  store.commit(
    change(10, [
      { key: "a.x", value: "s", meta: value },
      { key: "a.y", value: 1, meta: value },
    ]),
  );
  store.commit(change(20, [{ key: "a.x", value: "b".repeat(5_000), meta: value }]));
  expect(storage.read().pages).toHaveLength(2);
  store.commit(change(30, [{ key: "a.x", value: "s", meta: value }]));
  expect(store.get("a.x")?.value).toBe("s");
  const { removed, values } = store.changesSince({ epoch: "abcdefgh", seq: 1 }, all);
  expect(removed).toEqual([]);
  expect(values.map(({ key }) => key)).toEqual(["a.x"]);
});

describe("[S8] catching up", () => {
  const history = () => {
    const { store } = open();
    store.commit(
      change(1_000, [
        { key: "a.x", value: 1, meta: series },
        { key: "a.y", value: "t", meta: value },
      ]),
    );
    store.commit(change(3_000, [{ key: "a.x", value: 2, meta: series }]));
    store.commit(change(5_000, [{ key: "a.z", value: 3, meta: series }], ["a.y"]));
    return store;
  };

  test("from a cursor: what changed since, what was removed, the points after it", () => {
    const { full, values, removed } = history().changesSince({ epoch: "abcdefgh", seq: 1 }, all);
    expect(full).toBe(false);
    expect(removed).toEqual(["a.y"]);
    expect(values.map(({ key, rev }) => [key, rev])).toEqual([
      ["a.x", 2],
      ["a.z", 3],
    ]);
    expect(values[0]?.points).toEqual([
      [3_000, 2],
      [5_000, 2],
    ]);
  });

  test("at the present cursor: nothing", () => {
    expect(history().changesSince({ epoch: "abcdefgh", seq: 3 }, all)).toEqual({
      full: false,
      values: [],
      removed: [],
    });
  });

  test.each([
    ["first", null],
    ["epoch", { epoch: "zzzzzzzz", seq: 2 }],
    ["ahead", { epoch: "abcdefgh", seq: 4 }],
  ])("full for the reason %s", (reason, since) => {
    const changes = history().changesSince(since, all);
    expect(changes).toMatchObject({ full: true, reason, removed: [] });
    expect(changes.values.map(({ key }) => key)).toEqual(["a.x", "a.z"]);
  });

  test("only what the reader wants", () => {
    expect(
      history()
        .changesSince(null, (key) => key === "a.z")
        .values.map(({ key }) => key),
    ).toEqual(["a.z"]);
  });

  test("full from before the oldest tombstone kept", () => {
    const { store } = open();
    const names = Array.from({ length: 6_000 }, (_, i) => `a.k${i}`);
    store.commit(
      change(
        10,
        names.map((key) => ({ key, value: 1, meta: value })),
      ),
    );
    for (const key of names) store.commit(change(20, [], [key]));
    expect(store.changesSince({ epoch: "abcdefgh", seq: 1 }, all)).toMatchObject({ full: true, reason: "horizon" });
    const recent = store.changesSince({ epoch: "abcdefgh", seq: store.cursor.seq - 10 }, all);
    expect(recent).toMatchObject({ full: false, removed: names.slice(-10) });
  });
});

describe("[S9] recorded points", () => {
  test("a row holds every series of the page, the unchanged too", () => {
    const { store } = open();
    store.commit(
      change(1_000, [
        { key: "a.x", value: 1, meta: series },
        { key: "a.y", value: 5, meta: series },
      ]),
    );
    store.commit(change(3_000, [{ key: "a.x", value: 2, meta: series }]));
    expect(store.changesSince(null, (key) => key === "a.y").values[0]?.points).toEqual([
      [1_000, 5],
      [3_000, 5],
    ]);
  });

  test("a value that was seen unchanged is held until then", () => {
    const { store } = open();
    store.commit(change(1_000, [{ key: "a.x", value: 1, meta: series }]));
    store.commit({ ...change(31_000, [{ key: "a.x", value: 2, meta: series }]), lastCheck: 29_000 });
    expect(store.changesSince(null, all).values[0]?.points).toEqual([
      [1_000, 1],
      [29_000, 1],
      [31_000, 2],
    ]);
  });

  test("a stretch that nobody looked at begins with null", () => {
    const { store } = open();
    store.commit(change(1_000, [{ key: "a.x", value: 1, meta: series }]));
    store.commit(change(61_000, [{ key: "a.x", value: 2, meta: series }]));
    expect(store.changesSince(null, all).values[0]?.points).toEqual([
      [1_000, 1],
      [1_001, null],
      [61_000, 2],
    ]);
  });
});

test("[S18] a commit, and what is asked after it, walks no pages but those it touches", () => {
  const { store } = open();
  store.commit(
    change(
      10,
      Array.from({ length: 1_000 }, (_, i) => ({ key: `a.k${i}`, value: i, meta: value })),
    ),
  );
  const walks = vi.spyOn(Pages.prototype, "all");
  const reads = vi.spyOn(Pages.prototype, "get");
  store.commit(change(20, [{ key: "a.k7", value: -1, meta: value }], ["a.k8"]));
  expect(store.flushPending).toBe(true);
  expect(walks).not.toHaveBeenCalled();
  expect(reads.mock.calls.length).toBeLessThan(10);
});
