import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseBody } from "../http-json/parse-body";
import { matching } from "../testing/matching";
import { mapAnswer } from "./map-answer";
import type { MappingRule } from "./rule";

const parsed = parseBody(
  readFileSync(new URL("../http-json/fixtures/shop.json", import.meta.url), "utf8"),
  "application/json",
);
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

/** What is wrong with the rules of which some fit. */
function misfits(mapping: MappingRule[], body = shop) {
  const outcome = mapAnswer(body, mapping);
  return outcome.ok ? (outcome.misfits ?? []) : [outcome.failure];
}

test("without rules each plain value at the top is a key", () => {
  expect(readings([])).toEqual([
    { path: "generated_at", value: "2026-11-21T09:58:12Z", meta: { kind: "value", unit: "date" } },
    { path: "open", value: true, meta: { kind: "value" } },
    { path: "latency_ms", value: 340, meta: { kind: "series", unit: "ms" } },
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
    { path: "doors", value: 4, meta: { kind: "value" }, anything: true },
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
  ["ends", { path: "a", expression: "orders.[" }, /^“orders\.\[” ends too early: something is missing at its end$/],
  ["syntax", { path: "a", expression: "orders today" }, /^“orders today” goes wrong at character 8, "t"$/],
  ["letter", { path: "a", expression: "orders.größe" }, /goes wrong at character 10, "ö"$/],
  ["function", { path: "a", expression: "nosuch(@)" }, /does not work: Unknown function: nosuch\(\)$/],
  ["type", { path: "a", expression: "length(latency_ms)" }, /length\(\) expected argument 1/],
  [
    "no list",
    { path: "a", expression: "orders", id: "id" },
    /^needs a list, whose elements it names, but finds an object$/,
  ],
  ["nothing", { path: "a", expression: "none", id: "id" }, /but finds nothing$/],
  ["no id", { path: "a", expression: "warehouses", id: "nr" }, /^element 1 has nothing for its id/],
  ["odd id", { path: "a", expression: "warehouses", id: "doors" }, /^element 1 has an object for its id/],
  ["bad id", { path: "a", expression: "warehouses", id: "[" }, /“\[” ends too early/],
  ["bad value", { path: "a", expression: "warehouses", id: "id", value: "]" }, /“\]” goes wrong at character 1/],
  ["text", { path: "a", expression: "orders.revenue", kind: "series" }, /^needs a number, but finds a text; to_number/],
  ["scaled", { path: "a", expression: "open", scale: 2 }, /^needs a number, but finds true or false$/],
  ["gone", { path: "a", expression: "orders.gone[0].x" }, /^the answer has no “orders\.gone\[0\]\.x”$/],
])("[M3] a rule that does not fit is told with why, and the others are read: %s", (_, rule, expected) => {
  const all = misfits([{ path: "ok", expression: "latency_ms" }, rule]);
  expect(all[0]).toEqual({ path: "a", message: matching(expected) });
  expect(readings([{ path: "ok", expression: "latency_ms" }, rule])).toContainEqual({
    path: "ok",
    value: 340,
    meta: { kind: "series", unit: "ms" },
  });
  expect(message([rule])).toMatch(/^bad_mapping: Mapping rule 1 \(a\): .+\.$/);
});

test("[M3] an element that does not fit is told by its key, and the others are read", () => {
  const rule: MappingRule = { path: "a", expression: "list", id: "id", value: "v", kind: "series" };
  const body = { list: [{ id: 1, v: 1 }, { v: 2 }, { id: 3, v: "text" }] };
  expect(readings([rule], body)).toEqual([
    { path: "a.1", value: 1, meta: { kind: "series" } },
    { path: "a.3", value: null, meta: { kind: "series" } },
  ]);
  expect(misfits([rule], body)).toEqual([
    { path: "a", message: "element 2 has nothing for its id, and it needs a text or a number" },
    { path: "a.3", message: "needs a number, but finds a text; to_number(…) turns a text into one" },
  ]);
});

test("[M4] what is null is there, and what is worked out may be nothing", () => {
  const both: MappingRule[] = [
    { path: "a", expression: "last_incident" },
    { path: "b", expression: "warehouses[?stock > `99999`] | [0].name" },
  ];
  expect(mapAnswer(shop, both)).toMatchObject({ ok: true, readings: [{ value: null }, { value: null }] });
  expect(misfits(both)).toEqual([]);
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
    const [, read] = readings([
      { path: "ok", expression: "latency_ms" },
      { path: "a", expression },
    ]);
    expect(JSON.stringify(read)).toMatch(/"value":(null|\{\}),/);
  }
  expect(readings([{ path: "a", expression: '{"__proto__": orders}' }])).toMatchObject([{ value: {} }]);
  expect(Object.prototype).not.toHaveProperty("today");
});
