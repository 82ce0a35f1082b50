import { expect, test } from "vitest";
import { MemoryStorage } from "../testing/memory-storage";
import { DONE_FOR, MAX_DONE } from "./done";
import { type ChangeSet, Store } from "./store";

const value = { kind: "value" } as const;

function open(storage = new MemoryStorage()) {
  return { storage, store: new Store(storage, () => "abcdefgh") };
}

function set(key: string, to: number, id: string, at = 10): ChangeSet {
  return {
    at,
    writes: [{ key, value: to, meta: value }],
    removes: [],
    lastCheck: null,
    interval: 0,
    once: { writer: "u1", id },
  };
}

const at = (seq: number, rev = seq) => ({ cursor: { epoch: "abcdefgh", seq }, rev });

test("[S14] a write that names itself is found by its name, in the row that it wrote anyway", () => {
  const { store, storage } = open();
  store.commit(set("a.x", 1, "w1"));
  expect(storage.rowsWritten).toBe(1);
  expect(store.written("u1", "w1")).toEqual(at(1));
  expect(store.written("u2", "w1")).toBeNull();
  expect(store.written("u1", "w2")).toBeNull();
});

test("[S14] it is found after a restart as well", () => {
  const { store, storage } = open();
  store.commit(set("a.x", 1, "w1"));
  expect(open(storage).store.written("u1", "w1")).toEqual(at(1));
});

test("[S14] under the same name it is done once", () => {
  const { store } = open();
  store.commit(set("a.x", 1, "w1"));
  store.commit(set("a.x", 2, "w2"));
  expect(store.commit(set("a.x", 1, "w1"))).toBeNull();
  expect(store.get("a.x")).toMatchObject({ rev: 2, value: 2 });
  expect(store.written("u1", "w1")).toEqual(at(1));
  const { once, ...plain } = set("a.x", 3, "w1");
  store.commit({ ...plain, writes: [], removes: ["a.x"] });
  store.commit({ ...plain, writes: [], appends: [{ key: "a.x", events: [], meta: { kind: "stream" } }] });
  expect(once && store.commit({ ...plain, once })).toBeNull();
});

test("[S14] an appended event and a removal have names too", () => {
  const { store } = open();
  const { writes: _, ...rest } = set("a.log", 0, "w1");
  const appends = [{ key: "a.log", events: [{ at: 1, data: 1 }], meta: { kind: "stream" } as const }];
  store.commit({ ...rest, writes: [], appends });
  store.commit({ ...rest, writes: [], appends });
  expect(store.get("a.log")?.value).toHaveLength(1);
  store.commit({ ...rest, writes: [], removes: ["a.log"], once: { writer: "u1", id: "w2" } });
  expect(store.written("u1", "w2")).toEqual(at(2));
});

test("[S14] one that changed nothing is remembered without a commit, and is nothing for the history", () => {
  const { store, storage } = open();
  store.commit(set("a.x", 1, "w1"));
  const batch = store.pendingFlush();
  if (batch) store.flushed(batch, 10);
  expect(store.commit(set("a.x", 1, "w2"))).toBeNull();
  expect(store.cursor.seq).toBe(1);
  expect(store.flushPending).toBe(false);
  for (const one of [store, open(storage).store]) expect(one.written("u1", "w2")).toEqual(at(1));
});

test("[S14] also where there is no page to remember it in", () => {
  const { store, storage } = open();
  const { writes: _, ...rest } = set("a.x", 0, "w1");
  expect(store.commit({ ...rest, writes: [], removes: ["a.x"] })).toBeNull();
  expect(open(storage).store.written("u1", "w1")).toEqual(at(0));
  expect(store.commit(set("a.x", 1, "w2"))?.cursor.seq).toBe(1);
  expect(storage.read().pages).toHaveLength(1);
});

test("[S14] a write that the storage refused is not done", () => {
  const { store, storage } = open();
  storage.failNext = true;
  expect(() => store.commit(set("a.x", 1, "w1"))).toThrow("full");
  expect(store.written("u1", "w1")).toBeNull();
  store.commit(set("a.x", 1, "w1"));
  storage.failNext = true;
  expect(() => store.commit(set("a.x", 1, "w2"))).toThrow("full");
  expect(store.written("u1", "w2")).toBeNull();
});

test("[S15] a page remembers the newest 200 writes of the last 10 minutes", () => {
  const { store, storage } = open();
  for (let i = 0; i <= MAX_DONE; i++) store.commit(set("a.x", i, `w${i}`, 10 + i));
  expect(store.written("u1", "w0")).toBeNull();
  expect(store.written("u1", "w1")).toEqual(at(2));
  store.commit(set("a.x", -1, "last", 11 + DONE_FOR));
  expect(store.written("u1", "w1")).toBeNull();
  expect(store.written("u1", "w2")).toEqual(at(3));
  const { once: _, ...plain } = set("a.x", -2, "", 2 * DONE_FOR + 20);
  store.commit(plain);
  expect(store.written("u1", "last")).toBeNull();
  expect(storage.read().pages[0]?.body).not.toContain("done");
});
