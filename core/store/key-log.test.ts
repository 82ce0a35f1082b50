import { describe, expect, test } from "vitest";
import type { Json } from "../json";
import type { Origin } from "../keys/key-log";
import { logFor } from "../keys/log-for";
import type { Principal } from "../live-object";
import { MemoryStorage } from "../testing/memory-storage";
import { MOST_CHANGES, PAGE_LOG } from "./log-changes";
import { fromRow } from "./page-row";
import { type ChangeSet, Store } from "./store";

const value = { kind: "value" } as const;
const series = { kind: "series" } as const;
const stream = { kind: "stream" } as const;
const refresh: Origin = { how: "refresh" };
const till: Origin = { how: "key", name: "Till 1" };
const ann: Origin = { how: "person", name: "Ann" };

function open(storage = new MemoryStorage()) {
  const store = new Store(storage, () => "abcdefgh");
  let at = 1_000;
  const commit = (more: Partial<ChangeSet>) =>
    store.commit({ at: (at += 1_000), writes: [], removes: [], lastCheck: null, interval: 2_000, ...more });
  const set = (key: string, to: Json, by: Origin = refresh) =>
    commit({ writes: [{ key, value: to, meta: value }], by });
  const log = (key: string) => store.log(key)?.changes ?? null;
  const steps = (key: string) => log(key)?.map(({ from, to }) => [from, to]);
  return { storage, store, commit, set, log, steps };
}

test("[KL1] a key's log has each change with what was and what came, when, and from whom", () => {
  const { set, store, log } = open();
  set("a.state", "open");
  set("a.state", "shut", till);
  set("a.state", null, ann);
  expect(log("a.state")).toEqual([
    { rev: 1, at: 2_000, by: refresh, to: "open" },
    { rev: 2, at: 3_000, by: till, from: "open", to: "shut" },
    { rev: 3, at: 4_000, by: ann, from: "shut", to: null },
  ]);
  expect(store.log("a.state")?.rev).toBe(3);
  expect(store.log("a.none")).toBeNull();
});

test("[KL2] it is the same in a new instance, and no change adds nothing", () => {
  const { storage, set, commit, log } = open();
  set("a.state", "open");
  set("a.state", "open", till);
  commit({ writes: [{ key: "a.state", value: "open", meta: { kind: "value", unit: "x" } }], by: till });
  set("a.other", 1, till);
  expect(log("a.state")).toHaveLength(1);
  expect(open(storage).store.log("a.state")).toEqual({
    rev: 2,
    changes: [{ rev: 1, at: 2_000, by: refresh, to: "open" }],
    origins: [],
  });
});

describe("[KL3] of a list or an object it tells the first place that differs", () => {
  test.each<[string, Json, Json, object]>([
    ["a member", { a: 1, b: { c: [1, 2] } }, { a: 1, b: { c: [1, 3] } }, { path: "/b/c/1", from: 2, to: 3 }],
    ["a member more", { a: 1 }, { a: 1, "b/c": [] }, { path: "/b~1c", to: "[]" }],
    ["a member less", { a: 1, b: null }, { a: 1 }, { path: "/b", from: null }],
    ["a row more", [{ id: 1 }, { id: 3 }], [{ id: 1 }, { id: 2 }, { id: 3 }], { path: "/1", to: '{"id":2}' }],
    ["a row less", [1, 2, 3], [1, 3], { path: "/1", from: 2 }],
    ["a row at the end", [1], [1, 2], { path: "/1", to: 2 }],
    ["another kind of value", [1], "none", { from: "[1]", to: "none" }],
  ])("%s", (_, before, after, expected) => {
    const { set, log } = open();
    set("a.x", before);
    set("a.x", after);
    expect(log("a.x")?.at(-1)).toEqual({ rev: 2, at: 3_000, by: refresh, ...expected });
  });
});

test("[KL4] of a long text it keeps a part, beginning shortly before what differs, and says so", () => {
  const { set, log } = open();
  const long = "x".repeat(5_000);
  set("a.text", long);
  set("a.text", `${long.slice(0, 900)}here${long}`);
  expect(log("a.text")?.at(0)).toMatchObject({ to: long.slice(0, 120), isCut: true });
  expect(log("a.text")?.at(1)).toMatchObject({
    from: long.slice(0, 120),
    to: `${"x".repeat(20)}here${"x".repeat(96)}`,
    isCut: true,
  });
});

test("[KL5] a stream's log tells how many events came", () => {
  const { commit, log } = open();
  const events = (n: number) => Array.from({ length: n }, (_, i) => ({ at: i, data: i }));
  commit({ appends: [{ key: "a.seen", events: events(3), meta: stream }], by: till });
  expect(log("a.seen")).toEqual([{ rev: 1, at: 2_000, by: till, events: 3 }]);
});

test("[KL6] of a series it tells who wrote since when, and of one that is only looked at nothing", () => {
  const { commit, store } = open();
  const number = (to: number, by: Origin, key = "a.n") => commit({ writes: [{ key, value: to, meta: series }], by });
  number(1, refresh, "b.n");
  number(2, refresh, "b.n");
  number(1, till);
  number(2, till);
  number(3, ann);
  number(4, till);
  expect(store.log("b.n")).toEqual({ rev: 2, changes: [], origins: [] });
  expect(store.log("a.n")).toEqual({
    rev: 6,
    changes: [],
    origins: [
      [4_000, till],
      [6_000, ann],
      [7_000, till],
    ],
  });
});

test("[KL6] of a series it tells what is no point: a change from a number to a text or a list, within it, and back", () => {
  const { commit, log } = open();
  const values: Json[] = [1, 2, "shut", "open", [1], null, 3, null, 4];
  for (const to of values) commit({ writes: [{ key: "a.n", value: to, meta: series }], by: till });
  expect(log("a.n")?.map(({ at, from, to }) => [at, from, to])).toEqual([
    [4_000, 2, "shut"],
    [5_000, "shut", "open"],
    [6_000, "open", "[1]"],
    [7_000, "[1]", null],
  ]);
});

test("[KL7] no row is written for it: forty texts that all change cost one row, one of ten thousand one", () => {
  const { commit, storage, log, set } = open();
  const texts = (of: string, count: number, n: number) =>
    Array.from({ length: count }, (_, i) => ({ key: `${of}.k${i}`, value: `state ${n} of ${i}`, meta: value }));
  commit({ writes: texts("a", 40, 0), by: refresh });
  const rows = storage.rowsWritten;
  for (let n = 1; n <= 100; n++) commit({ writes: texts("a", 40, n), by: refresh });
  expect(storage.rowsWritten - rows).toBe(100);
  commit({ writes: texts("b", 10_000, 0), by: refresh });
  const many = storage.rowsWritten;
  set("b.k77", "other", till);
  expect(storage.rowsWritten - many).toBe(1);
  expect(log("b.k77")?.at(-1)).toMatchObject({ by: till, from: "state 0 of 77", to: "other" });
});

test("[KL8] it is bounded by key and by page; the keys that change most lose their oldest first", () => {
  const { commit, storage, steps, set } = open();
  set("a.seldom", "quiet");
  set("a.seldom", "loud", till);
  for (let n = 0; n < 300; n++) {
    const writes = Array.from({ length: 20 }, (_, i) => ({ key: `a.k${i}`, value: `${n} `.repeat(40), meta: value }));
    commit({ writes, by: refresh });
  }
  expect(steps("a.seldom")).toEqual([
    [undefined, "quiet"],
    ["quiet", "loud"],
  ]);
  expect(steps("a.k0")?.length).toBeGreaterThan(1);
  const [page] = storage.read().pages;
  expect(JSON.stringify(page && fromRow(page)?.log).length).toBeLessThan(PAGE_LOG * 1.1);
  const lone = open();
  for (let n = 0; n < 2 * MOST_CHANGES; n++) lone.set("a.k", n);
  expect(lone.steps("a.k")).toHaveLength(MOST_CHANGES);
  expect(lone.steps("a.k")?.at(-1)).toEqual([98, 99]);
});

test("[KL9] it goes with its key from page to page, and leaves with it", () => {
  const { commit, storage, set, steps } = open();
  set("a.x", "s");
  set("a.y", "other");
  set("a.x", "b".repeat(5_000));
  set("a.x", "t");
  expect(steps("a.x")?.map(([from, to]) => [String(from).at(0), String(to).at(0)])).toEqual([
    ["u", "s"],
    ["s", "b"],
    ["b", "t"],
  ]);
  const again = open(storage);
  expect(again.steps("a.x")).toEqual(steps("a.x"));
  commit({ removes: ["a.x"], by: till });
  expect(steps("a.x")).toBeUndefined();
  expect(storage.read().pages.some(({ body }) => body.includes('"bbbb'))).toBe(false);
  set("a.x", "new");
  expect(steps("a.x")).toEqual([[undefined, "new"]]);
  expect(steps("a.y")).toEqual([[undefined, "other"]]);
});

test("[KL10] what a storage refused is in no log, nor what the engine keeps, nor what does not say where it comes from", () => {
  const { commit, storage, set, steps } = open();
  set("a.x", 1);
  storage.failNext = true;
  expect(() => set("a.x", 2)).toThrow("full");
  set("$sources.a", "ok");
  commit({ writes: [{ key: "a.x", value: 3, meta: value }] });
  expect(steps("a.x")).toEqual([[undefined, 1]]);
  expect(steps("$sources.a")).toEqual([]);
});

test("[KL11] who may read a key may read its log, and who is no member is told no person's name", () => {
  const { set, store } = open();
  set("a.x", 1, ann);
  set("a.x", 2, till);
  const member: Principal = { kind: "member", userId: "u", name: "B", role: "viewer", sessionId: "s", sessionEnds: 0 };
  const program: Principal = { kind: "key", keyId: "k", name: "P" };
  const by = (principal: Principal) => logFor(store, principal, "a.x")?.changes.map((one) => one.by);
  expect(by(member)).toEqual([ann, till]);
  expect(by(program)).toEqual([{ how: "person" }, till]);
  expect(by({ kind: "visitor", address: "1.2.3.4" })).toBeUndefined();
  expect(logFor(store, program, "$members")).toBeNull();
});
