import { fc, test as property } from "@fast-check/vitest";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { block, pointsOf } from "../history/block";
import type { Json } from "../json";
import type { WriteRequest, WriteResult } from "../live-object";
import { program, WriteDesk } from "../testing/write-desk";

const HOUR = 3_600_000;
const ok = (seq: number, revs: Record<string, number>, delivered = 0) => ({
  ok: true,
  cursor: `abcdefgh:${seq}`,
  delivered,
  revs,
});
const refused = (code: string, key?: string) => ({ ok: false, code, ...(key ? { key } : {}) });
const event = (data: number, once?: string): WriteRequest => ({
  events: { key: "shop.log", events: [{ data }] },
  ...(once ? { once } : {}),
});

describe("[W17] all of a request or nothing of it", () => {
  test("values, removals and events are one commit", () => {
    const desk = new WriteDesk();
    expect(desk.write({ values: { "shop.a": 1, "shop.b": "x" } })).toEqual(ok(1, { "shop.a": 1, "shop.b": 1 }));
    const mixed = { values: { "shop.a": 2 }, remove: ["shop.b"], events: { key: "todo.log", events: [{ data: 1 }] } };
    expect(desk.write(mixed)).toEqual(ok(2, { "shop.a": 2, "shop.b": 2, "todo.log": 2 }));
    expect(desk.value("shop.b")).toBeUndefined();
    expect(desk.value("todo.log")).toEqual([{ id: 2_000, at: desk.time, data: 1 }]);
  });

  test.each<[string, WriteRequest, string, string?]>([
    ["a source that is asked", { values: { "shop.a": 2, "node.load": 1 } }, "read_only", "node.load"],
    ["a source that is not there", { values: { "shop.a": 2 }, remove: ["gone.a"] }, "not_found", "gone.a"],
    ["a stream that is set", { values: { "shop.a": 2, "shop.log": 1 } }, "wrong_kind", "shop.log"],
    ["a value that is appended to", { events: { key: "shop.a", events: [{ data: 1 }] } }, "wrong_kind", "shop.a"],
    ["a value over the limit", { values: { "shop.a": 2, "shop.b": "x".repeat(99) } }, "value_too_large", "shop.b"],
    ["a key named twice", { values: { "shop.a": 2 }, remove: ["shop.a"] }, "bad_input"],
    ["more keys than there may be", { values: { "shop.a": 2, "shop.b": 1, "shop.c": 1 } }, "too_many_keys"],
    ["another rev", { values: { "shop.a": 2 }, ifRev: 7 }, "conflict", "shop.a"],
  ])("%s refuses all of it", (_, request, code, key) => {
    const desk = new WriteDesk();
    desk.write({ values: { "shop.a": 1 } });
    desk.write(event(1));
    desk.limits.valueBytes = 100;
    desk.limits.keys = desk.store.size + 1;
    const before = desk.store.cursor;
    expect(desk.write(request)).toMatchObject(refused(code, key));
    expect([desk.store.cursor, desk.value("shop.a")]).toEqual([before, 1]);
  });

  test("a write over another rev is told how the key stands", () => {
    const desk = new WriteDesk();
    desk.write({ values: { "shop.a": 1 } });
    expect(desk.write({ remove: ["shop.a"], ifRev: 0 })).toMatchObject({ current: { rev: 1, value: 1 } });
    expect(desk.write({ remove: ["shop.a"], ifRev: 1 })).toMatchObject({ ok: true });
    expect(desk.write({ values: { "shop.a": 1 }, ifRev: 0 })).toEqual(ok(3, { "shop.a": 3 }));
  });

  test("1,000 events are the most, and get ids in their order", () => {
    const desk = new WriteDesk();
    const many = (length: number) => ({
      events: { key: "shop.log", events: Array.from({ length }, (_, i) => ({ data: i, at: i })) },
    });
    expect(desk.write(many(1_001))).toMatchObject(refused("bad_input", "shop.log"));
    expect(desk.write(many(1_000))).toMatchObject({ ok: true });
    expect(desk.value("shop.log")).toHaveLength(100);
    expect(desk.value("shop.log")).toMatchObject({ 0: { id: 1_900, at: 900 }, 99: { id: 1_999, data: 999 } });
  });

  test("where the storage refuses, nothing is changed", () => {
    const desk = new WriteDesk();
    desk.storage.failNext = true;
    expect(desk.write({ values: { "shop.a": 1, "shop.b": 1 } })).toMatchObject(refused("unavailable"));
    expect([...desk.store.keys()]).toEqual([]);
  });
});

test("[W18] it says how many readers wanted what changed, and what each key's rev is", () => {
  const desk = new WriteDesk();
  desk.watched.add("shop.a").add("shop.b").add("$sources.shop");
  expect(desk.write({ values: { "shop.a": 1 } })).toEqual(ok(1, { "shop.a": 1 }, 1));
  expect(desk.write({ values: { "shop.a": 1, "shop.b": 1 } })).toEqual(ok(2, { "shop.a": 1, "shop.b": 2 }, 1));
  expect(desk.write({ values: { "shop.a": 1 }, remove: ["shop.c"] })).toEqual(ok(2, { "shop.a": 1, "shop.c": 0 }));
});

test("[W19] [W4] keys that come and go are counted by their sources in the same commit", () => {
  const desk = new WriteDesk();
  desk.write({ values: { "shop.a": 1, "shop.b": 1, "todo.a": 1 } });
  expect(desk.value("$sources.shop")).toEqual({ state: "ok", name: "Shop", interval: null, keys: 2 });
  expect(desk.value("$sources.todo")).toMatchObject({ keys: 1 });
  desk.write({ values: { "shop.c": 1 }, remove: ["shop.a", "shop.nothing"] });
  expect(desk.store.get("$sources.shop")).toMatchObject({ rev: 1, value: { keys: 2 } });
  desk.limits.keys = desk.store.size;
  expect(desk.write({ values: { "shop.d": 1 }, remove: ["shop.c"] })).toMatchObject({ ok: true });
  desk.write({ remove: ["shop.b", "shop.d"] });
  expect(desk.value("$sources.shop")).toMatchObject({ keys: 0 });
});

test("[W20] a number that a program pushes is recorded, without a gap however late the next one comes", () => {
  const desk = new WriteDesk();
  desk.write({ values: { "shop.a": 1 } });
  desk.time += 24 * HOUR;
  desk.write({ values: { "shop.a": 2 } });
  const bodies = desk.store.pendingFlush()?.blocks.map(({ body }) => v.parse(block, JSON.parse(body))) ?? [];
  expect(pointsOf(bodies, "shop.a")).toEqual([
    [desk.time - 24 * HOUR, 1],
    [desk.time, 2],
  ]);
});

test("[W20] it is a series from then on; what else is pushed is a value", () => {
  const desk = new WriteDesk();
  desk.write({ values: { "shop.a": null, "shop.b": 1, "todo.a": 1 } });
  const kind = (key: string) => desk.store.get(key)?.meta.kind;
  expect([kind("shop.a"), kind("shop.b"), kind("todo.a")]).toEqual(["value", "series", "value"]);
  desk.write({ values: { "shop.a": 2, "shop.b": null } });
  expect([kind("shop.a"), kind("shop.b")]).toEqual(["series", "series"]);
});

describe("[W21] a write with a name", () => {
  test("is done once within 24 hours, also after a restart", () => {
    const desk = new WriteDesk();
    desk.write(event(0));
    const first = desk.write(event(1, "a"));
    desk.time += 24 * HOUR - 1;
    desk.restart();
    expect(desk.write(event(1, "a"))).toEqual({ ...first, delivered: 0 });
    expect(desk.value("shop.log")).toHaveLength(2);
    desk.time += 1;
    desk.write(event(2));
    desk.write(event(1, "a"));
    expect(desk.value("shop.log")).toHaveLength(4);
  });

  test("is another one with other content, or of another key", () => {
    const desk = new WriteDesk();
    desk.write(event(1, "a"));
    desk.write(event(2, "a"));
    desk.write(event(1, "a"), program("k2"));
    expect(desk.value("shop.log")).toMatchObject([{ data: 1 }, { data: 2 }, { data: 1 }]);
  });

  test("is forgotten after 1,000 later ones, and pushes out none of those that people write", () => {
    const desk = new WriteDesk();
    desk.append({ id: "p", key: "todo.log", data: 0 });
    const push = (i: number) => desk.write({ events: { key: "todo.log", events: [{ data: i }] }, once: `n${i}` });
    const first = push(0);
    for (let i = 1; i < 1_000; i++) push(i);
    const { seq } = desk.store.cursor;
    expect(push(0)).toEqual(first);
    desk.append({ id: "p", key: "todo.log", data: 0 });
    expect(desk.store.cursor.seq).toBe(seq);
    push(1_000);
    push(0);
    expect(desk.store.cursor.seq).toBe(seq + 2);
  });

  test("of several keys says the revs that they have, or that of its commit where they changed since", () => {
    const desk = new WriteDesk();
    desk.write({ values: { "shop.a": 1 } });
    const request = { values: { "shop.a": 1, "shop.b": 1 }, once: "a" };
    expect(desk.write(request)).toEqual(ok(2, { "shop.a": 1, "shop.b": 2 }));
    desk.write({ values: { "shop.b": 5 } });
    expect(desk.write(request)).toEqual(ok(2, { "shop.a": 1, "shop.b": 2 }));
    expect(desk.value("shop.b")).toBe(5);
  });
});

test("[S3] [S14] a push to keys that share a page costs one row, with a name or without; what is equal costs none", () => {
  const desk = new WriteDesk();
  const push = (value: number, once?: string) => {
    const before = desk.storage.rowsWritten;
    desk.write({ values: { "shop.a": value, "shop.b": value }, ...(once ? { once } : {}) });
    return desk.storage.rowsWritten - before;
  };
  push(0);
  expect([push(1), push(2, "a"), push(2), push(2, "b")]).toEqual([1, 1, 0, 1]);
});

/** One thing that happens to a desk: a request, one sent again, a restart, a storage that refuses the next write. */
const step = fc.oneof(
  fc.record({
    do: fc.constant("write" as const),
    who: fc.constantFrom("k1", "k2"),
    values: fc.dictionary(fc.constantFrom("shop.a", "shop.b", "todo.a", "node.x"), fc.constantFrom<Json>(1, null, [2])),
    remove: fc.uniqueArray(fc.constantFrom("shop.a", "shop.c", "shop.log"), { maxLength: 2 }),
    events: fc.option(fc.array(fc.constantFrom<Json>(1, "x"), { minLength: 1, maxLength: 3 })),
    named: fc.boolean(),
  }),
  fc.record({ do: fc.constant("again" as const), which: fc.nat(40) }),
  fc.record({ do: fc.constant("restart" as const) }),
  fc.record({ do: fc.constant("refuse" as const) }),
);

property.prop([fc.array(step, { minLength: 1, maxLength: 40 })])(
  "[W17] [W21] whatever is asked, repeated and refused: one commit or none, counted rightly, and a name is done once",
  (steps) => {
    const desk = new WriteDesk();
    const sent: { say: () => WriteResult; answer: WriteResult }[] = [];
    for (const [i, now] of steps.entries()) {
      const before = desk.store.cursor.seq;
      if (now.do === "restart") desk.restart();
      else if (now.do === "refuse") desk.storage.failNext = true;
      else if (now.do === "again") {
        const one = sent[now.which % Math.max(1, sent.length)];
        if (!one) continue;
        const again = one.say();
        // Of several keys only the commit is kept: one that changed since stands at it, and one that is gone at 0.
        const revs = one.answer.ok ? revsSince(desk, one.answer) : {};
        if (one.answer.ok)
          expect([again, desk.store.cursor.seq]).toEqual([{ ...one.answer, revs, delivered: 0 }, before]);
        else one.answer = again;
      } else {
        const { who, values, remove, events } = now;
        const list = events?.map((data) => ({ data }));
        const request = { values, remove, ...(list ? { events: { key: "shop.log", events: list } } : {}) };
        if (Object.keys(values).length + remove.length + (list?.length ?? 0) === 0) continue;
        const say = () => desk.write({ ...request, ...(now.named ? { once: `n${i}` } : {}) }, program(who));
        const answer = say();
        if (now.named) sent.push({ say, answer });
        if (!answer.ok) expect(desk.store.cursor.seq).toBe(before);
      }
      expect(desk.store.cursor.seq - before).toBeLessThanOrEqual(1);
      for (const slug of ["shop", "todo"]) {
        const counted = desk.value(`$sources.${slug}`) ?? { keys: 0 };
        expect(counted).toMatchObject({ keys: desk.store.keysOf(slug).length });
      }
    }
  },
);

function revsSince(desk: WriteDesk, { revs, cursor }: Extract<WriteResult, { ok: true }>): Record<string, number> {
  const [keys, seq] = [Object.keys(revs), Number(cursor.split(":")[1])];
  if (keys.length === 1) return revs;
  return Object.fromEntries(keys.map((key) => [key, Math.min(desk.store.get(key)?.rev ?? 0, seq)]));
}
