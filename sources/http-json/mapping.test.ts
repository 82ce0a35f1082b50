import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mapAnswer } from "./mapping";
import { parseBody } from "./parse-body";
import type { MappingRule } from "./settings";

const parsed = parseBody(readFileSync(new URL("./fixtures/shop.json", import.meta.url), "utf8"), "application/json");
if (!parsed.ok) throw new Error(parsed.failure.message);
const shop = parsed.body;

function readings(mapping: MappingRule[], body = shop) {
  const outcome = mapAnswer(body, mapping);
  return outcome.ok ? outcome.readings : [outcome.failure];
}

function message(mapping: MappingRule[], body = shop): string {
  const outcome = mapAnswer(body, mapping);
  return outcome.ok ? "" : `${outcome.failure.code}: ${outcome.failure.message}`;
}

test("without rules each plain value at the top is a key", () => {
  expect(readings([])).toEqual([
    { path: "generated_at", value: "2026-11-21T09:58:12Z", meta: { kind: "value" } },
    { path: "open", value: true, meta: { kind: "value" } },
    { path: "latency_ms", value: 340, meta: { kind: "series" } },
    { path: "last_incident", value: null, meta: { kind: "value" } },
  ]);
});

test("without rules names are written as parts of a key, the original stays as the label", () => {
  expect(readings([], { "cpu load": 1 })).toEqual([
    { path: "cpu_20load", value: 1, meta: { kind: "series", label: "cpu load" } },
  ]);
});

test("without rules an answer that is one plain value is the key `value`", () => {
  expect(readings([], 42)).toEqual([{ path: "value", value: 42, meta: { kind: "series" } }]);
});

test.each([
  [[1, 2], "bad_mapping: The answer is a list: add a rule that makes keys of it."],
  [{ a: {} }, "bad_mapping: The answer has no plain values at its top: add a rule that says where they are."],
  [{ "a b": 1, a_20b: 2 }, "key_collision: “a b” and “a_20b” both make the key “a_20b”."],
])("without rules %j: %s", (body, expected) => {
  expect(message([], body)).toBe(expected);
});

test("a rule makes one key of what its expression finds", () => {
  const mapping: MappingRule[] = [
    { path: "orders.today", expression: "orders.today", label: "Orders today" },
    { path: "orders.revenue", expression: "to_number(orders.revenue)", unit: "NOK" },
    { path: "latency", expression: "latency_ms", scale: 0.001, unit: "s" },
    { path: "doors", expression: "sum(warehouses[].doors.open)", kind: "value" },
    { path: "names", expression: "warehouses[].name" },
    { path: "gone", expression: "no.such.thing" },
    { path: "quiet", expression: "no.such.thing", kind: "series" },
  ];
  expect(readings(mapping)).toEqual([
    { path: "orders.today", value: 184, meta: { kind: "series", label: "Orders today" } },
    { path: "orders.revenue", value: 18234.5, meta: { kind: "series", unit: "NOK" } },
    { path: "latency", value: 0.34, meta: { kind: "series", unit: "s" } },
    { path: "doors", value: 4, meta: { kind: "value" } },
    { path: "names", value: ["Oslo 1", "Bergen", "Annex"], meta: { kind: "value" } },
    { path: "gone", value: null, meta: { kind: "value" } },
    { path: "quiet", value: null, meta: { kind: "series" } },
  ]);
});

test("a rule with an id makes one key of each element", () => {
  const rule = { path: "stock", expression: "warehouses", id: "id", value: "stock", unit: "boxes" };
  expect(readings([rule])).toEqual([
    { path: "stock.osl-1", value: 5120, meta: { kind: "series", unit: "boxes" } },
    { path: "stock.7", value: 880, meta: { kind: "series", unit: "boxes" } },
    { path: "stock.a_2fb_20c", value: 12, meta: { kind: "series", unit: "boxes", label: "a/b c" } },
  ]);
});

test("without a value expression the key holds the whole element, and a label stands before the element's id", () => {
  const [first] = readings([{ path: "wh", expression: "warehouses", id: "id", label: "Warehouse" }]);
  expect(first).toEqual({
    path: "wh.osl-1",
    value: { id: "osl-1", name: "Oslo 1", stock: 5120, doors: { open: 3, closed: 5 } },
    meta: { kind: "value", label: "Warehouse osl-1" },
  });
});

test("a list without elements makes no keys, and that is fine", () => {
  expect(mapAnswer({ a: [] }, [{ path: "a", expression: "a", id: "id" }])).toEqual({ ok: true, readings: [] });
});

test.each<[string, MappingRule, RegExp]>([
  [
    "syntax",
    { path: "a", expression: "orders.[" },
    /^bad_mapping: Mapping rule 2 \(a\): “orders\.\[” does not work: .+/,
  ],
  ["function", { path: "a", expression: "nosuch(@)" }, /Unknown function: nosuch\(\)\.$/],
  ["type", { path: "a", expression: "length(latency_ms)" }, /length\(\) expected argument 1/],
  ["no list", { path: "a", expression: "orders", id: "id" }, /it needs a list, but finds an object\.$/],
  ["nothing", { path: "a", expression: "none", id: "id" }, /it needs a list, but finds nothing\.$/],
  ["no id", { path: "a", expression: "warehouses", id: "nr" }, /element 1 has nothing for its id/],
  ["odd id", { path: "a", expression: "warehouses", id: "doors" }, /element 1 has an object for its id/],
  ["bad id", { path: "a", expression: "warehouses", id: "[" }, /“\[” does not work/],
  [
    "text",
    { path: "a", expression: "orders.revenue", kind: "series" },
    /a needs a number, but finds a text; to_number/,
  ],
  ["scaled", { path: "a", expression: "open", scale: 2 }, /a needs a number, but finds true or false/],
  ["each", { path: "a", expression: "warehouses", id: "id", value: "name", kind: "series" }, /a\.osl-1 needs a number/],
])("a rule that does not work is named, with where and why: %s", (_, rule, expected) => {
  expect(message([{ path: "ok", expression: "latency_ms" }, rule])).toMatch(expected);
});

test("elements with the same id are named", () => {
  const body = { list: [{ id: 1 }, { id: 2 }, { id: "1" }] };
  expect(message([{ path: "a", expression: "list", id: "id" }], body)).toBe(
    "key_collision: “rule 1, element 1 (1)” and “rule 1, element 3 (1)” both make the key “a.1”.",
  );
});

test("two rules for one key are named", () => {
  const rule = { path: "a", expression: "latency_ms" };
  expect(message([rule, rule])).toBe("key_collision: “rule 1” and “rule 2” both make the key “a”.");
});

test("no number that is not one reaches a key", () => {
  const body = { big: 1e308 };
  expect(readings([{ path: "a", expression: "big", scale: 1e308 }], body)).toMatchObject([{ value: null }]);
  expect(readings([{ path: "b", expression: "{x: big * big}" }], body)).toMatchObject([{ value: { x: null } }]);
});

test("more than 10,000 elements are too many", () => {
  const list = Array.from({ length: 10_001 }, (_, id) => ({ id }));
  expect(message([{ path: "a", expression: "list", id: "id" }], { list })).toMatch(/^too_many_keys: /);
});

test("an expression cannot reach what is behind an object", () => {
  for (const expression of [
    "constructor",
    "orders.constructor.name",
    "__proto__",
    "toString",
    "orders.hasOwnProperty",
  ]) {
    expect(JSON.stringify(readings([{ path: "a", expression }]))).toMatch(/"value":(null|\{\}),/);
  }
  expect(readings([{ path: "a", expression: '{"__proto__": orders}' }])).toMatchObject([{ value: {} }]);
  expect(Object.prototype).not.toHaveProperty("today");
});
