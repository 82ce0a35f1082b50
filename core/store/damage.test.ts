import { describe, expect, test } from "vitest";
import { MemoryStorage } from "../testing/memory-storage";
import { type ChangeSet, Store } from "./store";

const value = { kind: "value" } as const;
const all = () => true;

function set(key: string, to: number | string): ChangeSet {
  return { at: 10, writes: [{ key, value: to, meta: value }], removes: [], lastCheck: null, interval: 0 };
}

/** A store of two pages, the second of which has the last commit. */
function history() {
  const storage = new MemoryStorage();
  const store = new Store(storage, () => "abcdefgh");
  store.commit(set("a.x", 1));
  store.commit(set("b.x", 2));
  return { storage, store };
}

function reopen(storage: MemoryStorage) {
  const logged: unknown[] = [];
  const store = new Store(storage, () => "ijklmnop", { error: (event, fields) => logged.push([event, fields]) });
  return { store, logged };
}

describe("[S16] a page that cannot be read", () => {
  const bodies = [
    ["no JSON", '{"keys":{"b.x":'],
    ["an unknown shape", '{"cells":[]}'],
    [
      "a stream without events",
      '{"keys":{"b.x":{"rev":2,"at":1,"value":7,"meta":{"kind":"stream"},"dropped":0,"born":1}}}',
    ],
  ];

  test.each(bodies)("(%s) is set aside, told of once, and every reader starts afresh", (_, body = "") => {
    const { storage, store } = history();
    const row = { ...storage.read().pages[1], id: 2, slug: "b", seq: 2, body };
    storage.write({ pages: [row] });
    const { store: after, logged } = reopen(storage);
    expect(storage.aside).toEqual([row]);
    expect(logged).toEqual([["pages_set_aside", { pages: [2], epoch: "ijklmnop" }]]);
    expect([...after.keys()]).toEqual(["a.x"]);
    expect(after.changesSince(store.cursor, all)).toMatchObject({ full: true, reason: "epoch" });
    const third = reopen(storage);
    expect(third.logged).toEqual([]);
    expect(third.store.cursor).toEqual(after.cursor);
  });

  test("takes no sequence number with it, and its key can come back", () => {
    const { storage } = history();
    storage.write({ pages: [{ id: 2, slug: "b", seq: 2, body: "" }] });
    const { store } = reopen(storage);
    expect(store.cursor).toEqual({ epoch: "ijklmnop", seq: 2 });
    expect(reopen(storage).store.cursor.seq).toBe(2);
    expect(store.commit(set("b.x", 3))?.cursor.seq).toBe(3);
    expect(reopen(storage).store.get("b.x")?.value).toBe(3);
  });

  test("leaves the history too: what the page had is flushed as gone", () => {
    const { storage } = history();
    storage.write({ pages: [{ id: 2, slug: "b", seq: 2, body: "" }] });
    expect(reopen(storage).store.pendingFlush()?.pages).toContainEqual({ page: 2, slug: "b", body: "{}" });
  });
});

describe("[S17] another epoch", () => {
  test("has every reader start afresh, with the same keys and a sequence that goes on", () => {
    const { storage, store } = history();
    const before = store.cursor;
    store.renew("qrstuvwx");
    expect(store.cursor).toEqual({ epoch: "qrstuvwx", seq: 2 });
    expect(store.changesSince(before, all)).toMatchObject({ full: true, reason: "epoch", values: [{}, {}] });
    expect(store.changesSince(store.cursor, all)).toMatchObject({ full: false, values: [] });
    expect(reopen(storage).store.cursor).toEqual(store.cursor);
  });

  test("counts only once it is durable", () => {
    const { storage, store } = history();
    storage.failNext = true;
    expect(() => store.renew("qrstuvwx")).toThrow("full");
    expect(store.cursor.epoch).toBe("abcdefgh");
  });
});
