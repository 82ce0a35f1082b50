import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../json";
import type { Cursor } from "../protocol/cursor";
import { applyTail } from "../streams/apply-tail";
import { isEvents } from "../streams/is-events";
import { MemoryStorage } from "../testing/memory-storage";
import type { StoreChanges } from "./changes-since";
import { type ChangeSet, Store } from "./store";

const stream = { kind: "stream", keep: 4 } as const;
const value = { kind: "value" } as const;
const all = () => true;
const cursor = (seq: number): Cursor => ({ epoch: "abcdefgh", seq });

function open(storage = new MemoryStorage()) {
  return { storage, store: new Store(storage, () => "abcdefgh") };
}

function change(more: Partial<ChangeSet>): ChangeSet {
  return { at: 10, writes: [], removes: [], lastCheck: null, interval: 0, ...more };
}

function append(store: Store, key: string, data: Json[], meta: typeof stream | { kind: "stream" } = stream) {
  return store.commit(change({ appends: [{ key, events: data.map((one) => ({ at: 9, data: one })), meta }] }));
}

describe("[S11] events that are appended", () => {
  test("get ids of their commit, and the commit says what it appended", () => {
    const { store } = open();
    append(store, "a.log", ["x"]);
    const commit = append(store, "a.log", ["y", "z"]);
    const events = [
      { id: 2_000, at: 9, data: "y" },
      { id: 2_001, at: 9, data: "z" },
    ];
    expect(commit?.changed).toMatchObject([{ key: "a.log", before: { rev: 1 }, isNew: false, events }]);
    expect(store.get("a.log")).toEqual({
      rev: 2,
      at: 10,
      value: [{ id: 1_000, at: 9, data: "x" }, ...events],
      meta: stream,
      dropped: 0,
      born: 1,
    });
  });

  test("push out the oldest beyond what is kept", () => {
    const { store } = open();
    append(store, "a.log", [1, 2, 3]);
    append(store, "a.log", [4, 5, 6]);
    expect(store.get("a.log")).toMatchObject({
      dropped: 1_001,
      value: [{ data: 3 }, { data: 4 }, { data: 5 }, { data: 6 }],
    });
  });

  test("none of them makes an empty stream, once, and no change after that", () => {
    const { store } = open();
    expect(append(store, "a.log", [])?.changed).toMatchObject([{ isNew: true, state: { value: [] } }]);
    expect(append(store, "a.log", [])).toBeNull();
  });

  test("another number to keep takes effect at once and is new to readers", () => {
    const { store } = open();
    append(store, "a.log", [1, 2, 3], { kind: "stream" });
    const commit = store.commit(change({ appends: [{ key: "a.log", events: [], meta: { kind: "stream", keep: 1 } }] }));
    expect(commit?.changed).toMatchObject([{ isNew: true, state: { value: [{ data: 3 }], dropped: 1_001, born: 2 } }]);
  });

  test("cost one row, and as many keys and events as share a page share it", () => {
    const { store, storage } = open();
    append(store, "a.log", ["x"]);
    store.commit(change({ writes: [{ key: "a.x", value: 1, meta: value }] }));
    const rows = storage.rowsWritten;
    const events = [{ at: 9, data: 1 }];
    store.commit(
      change({ appends: [{ key: "a.log", events, meta: stream }], writes: [{ key: "a.x", value: 2, meta: value }] }),
    );
    expect(storage.rowsWritten - rows).toBe(1);
  });

  test("move a stream over 4 kB to a page of its own, and nothing is lost on the way", () => {
    const { store, storage } = open();
    append(store, "a.log", ["x"]);
    store.commit(change({ writes: [{ key: "a.x", value: 1, meta: value }] }));
    append(store, "a.log", ["y".repeat(5_000)]);
    expect(storage.read().pages).toHaveLength(2);
    expect(open(storage).store.get("a.log")).toEqual(store.get("a.log"));
  });

  test("a new instance gives ids above those of the old one, also after a removal", () => {
    const { store, storage } = open();
    append(store, "a.log", [1, 2, 3, 4, 5, 6]);
    store.commit(change({ removes: ["a.log"] }));
    const commit = append(open(storage).store, "a.log", [7]);
    expect(commit?.changed[0]?.events).toEqual([{ id: 3_000, at: 9, data: 7 }]);
    expect(commit?.changed[0]).toMatchObject({ before: null, isNew: true, state: { dropped: 0, born: 3 } });
  });
});

test.each<[string, string, Partial<ChangeSet>]>([
  ["a value for a stream", "append to it", { writes: [{ key: "a.log", value: [], meta: value }] }],
  ["a value that calls itself a stream", "append to it", { writes: [{ key: "a.new", value: [], meta: stream }] }],
  ["events for a value", "set it", { appends: [{ key: "a.x", events: [{ at: 1, data: 1 }], meta: stream }] }],
  [
    "events for a new key of another kind",
    "set it",
    { appends: [{ key: "a.new", events: [{ at: 1, data: 1 }], meta: { kind: "value" } }] },
  ],
  [
    "a stream twice",
    "twice",
    { appends: [1, 2].map((data) => ({ key: "a.log", events: [{ at: 1, data }], meta: stream })) },
  ],
  [
    "more events than a commit has ids for",
    "1000 events",
    { appends: [{ key: "a.log", events: Array.from({ length: 1_001 }, () => ({ at: 1, data: 1 })), meta: stream }] },
  ],
  [
    "a key that is changed and removed",
    "at once",
    { writes: [{ key: "a.x", value: 2, meta: value }], removes: ["a.x"] },
  ],
])("[S12] %s is a defect, and nothing has changed", (_, words, more) => {
  const { store, storage } = open();
  append(store, "a.log", ["x"]);
  store.commit(change({ writes: [{ key: "a.x", value: 1, meta: value }] }));
  const [rows, before] = [storage.rowsWritten, store.changesSince(null, all)];
  const other = { key: "a.other", value: 1, meta: value };
  expect(() => store.commit(change({ ...more, writes: [other, ...(more.writes ?? [])] }))).toThrow(words);
  expect([storage.rowsWritten, store.cursor.seq]).toEqual([rows, 2]);
  expect(store.changesSince(null, all)).toEqual(before);
});

describe("[S13] catching up with streams", () => {
  test("what follows on the cursor, without what the reader has", () => {
    const { store } = open();
    append(store, "a.log", [1, 2]);
    append(store, "a.log", [3, 4, 5]);
    expect(store.changesSince(cursor(1), all)).toEqual({
      full: false,
      values: [],
      tails: [
        {
          key: "a.log",
          rev: 2,
          at: 10,
          append: [2_000, 2_001, 2_002].map((id, i) => ({ id, at: 9, data: i + 3 })),
          from: 1_001,
          first: 1_001,
        },
      ],
      removed: [],
    });
  });

  test("whole, and as readers know keys, where it is new to the reader or the reader starts afresh", () => {
    const { store } = open();
    store.commit(change({ writes: [{ key: "a.x", value: 1, meta: value }] }));
    append(store, "a.log", [1]);
    const whole = { key: "a.log", rev: 2, at: 10, value: [{ id: 2_000, at: 9, data: 1 }], meta: stream };
    expect(store.changesSince(cursor(1), all)).toEqual({ full: false, values: [whole], removed: [] });
    expect(store.changesSince(null, (key) => key === "a.log")).toEqual({
      full: true,
      reason: "first",
      values: [whole],
      removed: [],
    });
  });
});

/** A reader that holds what catching up told it, and refuses what does not fit. */
class Reader {
  readonly held = new Map<string, Json>();
  at: Cursor | null = null;

  catchUp(store: Store): void {
    this.take(store.changesSince(this.at, all));
    this.at = store.cursor;
  }

  take({ full, values, tails = [], removed }: StoreChanges): void {
    if (full) this.held.clear();
    for (const { key, value } of values) this.held.set(key, value);
    for (const { key, ...tail } of tails) {
      const held = this.held.get(key) ?? null;
      const after = isEvents(held) ? applyTail(held, tail) : null;
      if (!after?.ok) throw new Error(`${key}: ${after ? after.reason : "no stream is held"}`);
      this.held.set(key, after.events);
    }
    for (const key of removed) this.held.delete(key);
  }
}

const key = fc.constantFrom("a.p", "a.q", "b.p");
const operation = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant("append" as const), key, sizes: fc.array(fc.nat(30), { maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("append" as const), key, sizes: fc.constant([5_000]) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("remove" as const), key }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("read" as const), reader: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.constant({ type: "restart" as const }) },
  { weight: 1, arbitrary: fc.constant({ type: "renew" as const }) },
);

test("[S13] whenever readers catch up, each holds the store's events; ids only grow over removals, restarts and epochs", () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      let { store, storage } = open();
      const readers = [new Reader(), new Reader(), new Reader()];
      let [last, epochs] = [0, 0];
      for (const step of operations) {
        if (step.type === "append") {
          const commit = append(
            store,
            step.key,
            step.sizes.map((size) => "x".repeat(size)),
          );
          for (const { id } of commit?.changed[0]?.events ?? []) {
            expect(id).toBeGreaterThan(last);
            last = id;
          }
        } else if (step.type === "remove") store.commit(change({ removes: [step.key] }));
        else if (step.type === "read") readers[step.reader]?.catchUp(store);
        else if (step.type === "restart") store = open(storage).store;
        else store.renew(`abcdefg${String.fromCharCode(97 + (epochs++ % 26))}`);
      }
      const truth = [...store.keys()].map((name) => [name, store.get(name)?.value]);
      for (const reader of readers) {
        reader.catchUp(store);
        expect(Object.fromEntries(reader.held)).toEqual(Object.fromEntries(truth));
      }
    }),
    { numRuns: 300 },
  );
});
