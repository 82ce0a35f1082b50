import { describe, expect, test } from "vitest";
import type { Json } from "../json";
import { MAX_DEPTH } from "../protocol/written";
import { member, WriteDesk } from "../testing/write-desk";
import type { WriteAnswer } from "./writes";

const done = (seq: number, rev = seq) => ({ done: { cursor: { epoch: "abcdefgh", seq }, rev } });
const code = (answer: WriteAnswer) => ("refused" in answer ? answer.refused.code : "done");
const nested = (levels: number): Json => (levels === 0 ? 1 : [nested(levels - 1)]);

describe("what may be written", () => {
  test("[W1] keys of sources that are there, that are editable, by those whose role allows it", () => {
    const desk = new WriteDesk();
    const visitor = { kind: "visitor", address: "192.0.2.1" } as const;
    expect(code(desk.set({ key: "gone.a", value: 1 }))).toBe("not_found");
    expect(code(desk.set({ key: "todo", value: 1 }))).toBe("not_found");
    expect(code(desk.set({ key: "todo.a", value: 1 }, visitor))).toBe("not_found");
    expect(code(desk.set({ key: "node.load", value: 1 }))).toBe("read_only");
    expect(code(desk.append({ key: "$sources.todo", data: 1 }))).toBe("read_only");
    expect(code(desk.set({ value: 1 }, member("eve", "viewer")))).toBe("forbidden");
    expect([...desk.store.keys()]).toEqual([]);
  });

  test("[W2] a set makes a value, an append a stream; neither does the other's, and meta stays", () => {
    const desk = new WriteDesk();
    expect(desk.set({ value: { done: false } })).toEqual(done(1));
    expect(desk.append({ data: "hello" })).toEqual(done(2));
    expect(code(desk.append({ key: "todo.a", data: 1 }))).toBe("wrong_kind");
    expect(code(desk.set({ key: "todo.log", value: 1 }))).toBe("wrong_kind");
    expect(code(desk.set({ key: "todo.log", value: 1, ifRev: 99 }))).toBe("wrong_kind");
    expect(desk.store.get("todo.log")).toMatchObject({ meta: { kind: "stream" }, value: [{ data: "hello" }] });
    desk.commit({ writes: [{ key: "todo.b", value: 1, meta: { kind: "value", unit: "kg", label: "Weight" } }] });
    desk.set({ key: "todo.b", value: 2 });
    expect(desk.store.get("todo.b")).toMatchObject({ value: 2, meta: { kind: "value", unit: "kg", label: "Weight" } });
    desk.commit({ appends: [{ key: "todo.two", events: [], meta: { kind: "stream", keep: 2 } }] });
    for (const data of [1, 2, 3]) desk.append({ id: `n${data}`, key: "todo.two", data });
    expect(desk.store.get("todo.two")?.meta.keep).toBe(2);
    expect(desk.value("todo.two")).toMatchObject([{ data: 2 }, { data: 3 }]);
  });

  test("[W3] null is a value", () => {
    const desk = new WriteDesk();
    expect(desk.set({ value: null })).toEqual(done(1));
    expect(desk.store.get("todo.a")).toMatchObject({ rev: 1, value: null });
    expect(code(desk.set({ id: "2", value: 1, ifRev: 0 }))).toBe("conflict");
    expect(desk.set({ id: "3", value: 1, ifRev: 1 })).toEqual(done(2));
  });

  test("[W4] a key that is new is counted by its source in the same step", () => {
    const desk = new WriteDesk();
    desk.set({ key: "todo.a", value: 1 });
    desk.append({ key: "todo.b", data: 1 });
    expect(desk.value("$sources.todo")).toEqual({ state: "ok", name: "To do", interval: null, keys: 2 });
    expect(desk.store.cursor.seq).toBe(2);
    desk.set({ id: "2", key: "todo.a", value: 2 });
    expect(desk.store.get("$sources.todo")?.rev).toBe(2);
  });
});

describe("a write over what somebody else wrote", () => {
  test("[W5] is refused with the key as it stands; rev 0 stands for no key", () => {
    const desk = new WriteDesk();
    expect(desk.set({ value: 1, ifRev: 7 })).toMatchObject({ current: { rev: 0, value: null } });
    expect(desk.set({ value: 1, ifRev: 0 })).toEqual(done(1));
    expect(desk.set({ id: "2", value: 2, ifRev: 1 }, member("bob"))).toEqual(done(2));
    const late = desk.set({ id: "3", value: 3, ifRev: 1 });
    expect(code(late)).toBe("conflict");
    expect(late).toMatchObject({ current: { rev: 2, value: 2 } });
    expect(desk.value("todo.a")).toBe(2);
    expect(desk.store.cursor.seq).toBe(2);
  });

  test("[W6] a patch is applied to the value of its rev as a whole, or not at all", () => {
    const desk = new WriteDesk();
    desk.set({ value: { a: 1, list: [1, 2] } });
    const patch = [
      { op: "replace", path: "/a", value: 2 },
      { op: "add", path: "/list/-", value: 3 },
    ];
    expect(desk.set({ id: "2", patch, ifRev: 1 })).toEqual(done(2));
    expect(desk.value("todo.a")).toEqual({ a: 2, list: [1, 2, 3] });
    expect(desk.set({ id: "3", patch, ifRev: 1 })).toMatchObject({ current: { rev: 2 } });
    const half = [patch[0] as Json, { op: "remove", path: "/nothing" }];
    expect(code(desk.set({ id: "4", patch: half, ifRev: 2 }))).toBe("bad_patch");
    expect(code(desk.set({ id: "5", patch: [{ op: "add", path: "/__proto__", value: 1 }], ifRev: 2 }))).toBe(
      "bad_patch",
    );
    const many = Array.from({ length: 201 }, () => ({ op: "replace", path: "/a", value: 1 }));
    expect(code(desk.set({ id: "6", patch: many, ifRev: 2 }))).toBe("bad_patch");
    expect(desk.value("todo.a")).toEqual({ a: 2, list: [1, 2, 3] });
    const make = [{ op: "add", path: "", value: [1] }];
    expect(code(desk.set({ key: "todo.b", patch: make, ifRev: 0 }))).toBe("done");
  });

  test("[W7] a patch may not nest values deeper than a value may be", () => {
    const desk = new WriteDesk();
    desk.set({ value: nested(MAX_DEPTH) });
    const path = "/0".repeat(MAX_DEPTH);
    expect(code(desk.set({ id: "2", patch: [{ op: "replace", path, value: [1] }], ifRev: 1 }))).toBe("bad_patch");
    expect(code(desk.set({ id: "3", patch: [{ op: "replace", path, value: 2 }], ifRev: 1 }))).toBe("done");
  });
});

describe("limits", () => {
  test("[W8] a value over the limit is refused by name, also where a patch leads to it", () => {
    const desk = new WriteDesk();
    desk.limits.valueBytes = 100;
    expect(code(desk.set({ value: "x".repeat(98) }))).toBe("done");
    const over = desk.set({ id: "2", value: "x".repeat(99) });
    expect(over).toMatchObject({
      refused: { code: "value_too_large", message: "A value may have 100 bytes of JSON." },
    });
    expect(code(desk.append({ data: "x".repeat(99) }))).toBe("value_too_large");
    desk.set({ id: "3", key: "todo.list", value: ["x".repeat(80)] });
    const patch = [{ op: "add", path: "/-", value: "x".repeat(20) }];
    expect(code(desk.set({ id: "4", key: "todo.list", patch, ifRev: 2 }))).toBe("value_too_large");
  });

  test("[W9] a new key over the workspace's limit is refused by name; those that are there can be written", () => {
    const desk = new WriteDesk();
    desk.set({ value: 1 });
    desk.limits.keys = desk.store.size;
    const over = desk.set({ id: "2", key: "todo.b", value: 1 });
    expect(over).toMatchObject({ refused: { code: "too_many_keys", message: "A workspace may hold 2 keys." } });
    expect(code(desk.append({ data: 1 }))).toBe("too_many_keys");
    expect(code(desk.set({ id: "3", value: 2 }))).toBe("done");
    expect(code(desk.set({ id: "4", key: "todo.b", value: 1, ifRev: 5 }))).toBe("conflict");
  });
});

describe("a storage that refuses", () => {
  test("[W10] leaves everything as it was; the same frame sent again is done", () => {
    const desk = new WriteDesk();
    desk.set({ value: 1 });
    desk.storage.failNext = true;
    expect(code(desk.set({ id: "2", key: "todo.b", value: 2 }))).toBe("unavailable");
    expect(desk.logged).toEqual(["write_failed"]);
    expect(desk.value("todo.b")).toBeUndefined();
    expect(desk.value("$sources.todo")).toMatchObject({ keys: 1 });
    expect(desk.set({ id: "2", key: "todo.b", value: 2 })).toEqual(done(2));
  });
});
