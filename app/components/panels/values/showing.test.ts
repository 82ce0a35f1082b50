import { expect, test } from "vitest";
import type { Json } from "../../../../core/json";
import type { Point } from "../../../../core/protocol/parts";
import type { LiveValue } from "../../../live/live-value";
import { formulas } from "./formulas";
import type { Entry } from "./named-keys";
import { parsedEntry } from "./parsed-entry";
import { pathFinder } from "./path-finder";
import { Showing } from "./showing";

const live = (key: string, value: Json, meta: Partial<LiveValue["meta"]> = {}): LiveValue => ({
  key,
  value,
  rev: 1,
  at: 1_000,
  meta: { kind: "series", ...meta },
});
const showing = (...entries: Entry[]) => new Showing(entries.map((one) => parsedEntry(one, formulas)));
const given = (values: readonly LiveValue[], points: Readonly<Record<string, readonly Point[]>> = {}) => ({
  live: values,
  points: new Map(Object.entries(points)),
  checked: new Map<string, number | null>(),
  isLive: true,
  finder: pathFinder,
});

test("keys and formulas stand in the order of the entries, each once, with their names and sources", () => {
  const values = [live("a.x", 4, { unit: "bytes" }), live("a.y", 6, { unit: "bytes" }), live("b.n", 2)];
  const one = showing(
    { key: "= {a.x} + {a.y}", name: "Both" },
    { key: "a.y" },
    { key: "a.*" },
    { key: "= {a.*} / {b.n}" },
    { key: "= { b.n } * 2" },
    { key: "= {none.x}" },
  );
  const shown = one.values(given(values));
  expect(shown.map(({ id, name, unit, value, slugs }) => [id, name, unit, value, slugs.join()])).toEqual([
    ["= {a.x} + {a.y}", "Both", "bytes", 10, "a"],
    ["a.y", "a.y", "bytes", 6, "a"],
    ["a.x", "x", "bytes", 4, "a"],
    ["= {a.x} / {b.n}", "x", undefined, 2, "a,b"],
    ["= {a.y} / {b.n}", "y", undefined, 3, "a,b"],
    ["= { b.n } * 2", "b.n * 2", undefined, 4, "b"],
  ]);
});

test("the same list, and the same members, while nothing of them changes", () => {
  const y = live("a.y", 6);
  const values = [live("a.x", 4), y];
  const one = showing({ key: "= {a.*} * 2" }, { key: "a.x" });
  const first = one.values(given(values));
  expect(one.values(given([...values]))).toBe(first);
  const second = one.values(given([live("a.x", 5), y]));
  expect(second.map(({ value }) => value)).toEqual([10, 12, 5]);
  expect(second[1]).toBe(first[1]);
});

test("a formula has the course of what it reads, up to now; one whose key is not there yet begins with it", () => {
  const x: Point[] = [
    [0, 1],
    [500, 2],
  ];
  const one = showing({ key: "= {a.x} * 10" }, { key: "= {a.x} + {a.z}" });
  const before = one.values(given([live("a.x", 3)], { "a.x": x }));
  expect(before[0]).toMatchObject({
    value: 30,
    points: [
      [0, 10],
      [500, 20],
      [1_000, 30],
    ],
  });
  expect(before[1]).toMatchObject({ value: null });
  const after = one.values(given([live("a.x", 3), live("a.z", 1)], { "a.x": x, "a.z": [[1_000, 1]] }));
  expect(after[1]).toMatchObject({ value: 4 });
});

test("a counter that stands still has no rate as soon as its source was looked at again", () => {
  const points = {
    "a.n": [
      [0, 0],
      [1_000, 60],
    ] satisfies Point[],
  };
  const one = showing({ key: "= rate({a.n}, 10s)" });
  expect(one.values(given([live("a.n", 60)], points))[0]).toMatchObject({ value: 60, unit: "/s" });
  const later = { ...given([live("a.n", 60)], points), checked: new Map([["a", 20_000]]) };
  expect(one.values(later)[0]).toMatchObject({ value: 0 });
});

test("of a stretch that is over a value is that at its end", () => {
  const points = {
    "a.x": [
      [0, 1],
      [500, 2],
    ] satisfies Point[],
  };
  const past = { ...given([live("a.x", 9)], points), isLive: false };
  const shown = showing({ key: "a.x" }, { key: "= {a.x} * 10" }).values(past);
  expect(shown.map(({ value, at }) => [value, at])).toEqual([
    [2, 500],
    [20, 500],
  ]);
});

test("a path is looked for in a value; yes and no are counted", () => {
  const values = [live("a.shop", { orders: [{ open: true }, { open: false }] }, { kind: "value" }), live("a.up", true)];
  const one = showing({ key: "= {a.shop | length(orders[?open])} + {a.up}" });
  expect(one.values(given(values))[0]).toMatchObject({ value: 2 });
  expect(one.problem).toBeNull();
});

test.each([
  ["= {a.x} +", "Character 10: It ends too soon"],
  ["= {a.x | orders[}", "ends too early"],
])("what is wrong with %s is told", (key, words) => {
  const one = showing({ key });
  expect(one.values(given([live("a.x", 1)]))).toEqual([]);
  expect(one.problem).toContain(words);
});

test("[PK17] what has not changed for longer than points are known of is what it was, from when it last changed", () => {
  const [x, text] = [live("a.x", 4), live("a.t", "up")];
  const one = showing({ key: "a.*" });
  const shown = one.values(given([text, x], { "a.x": [], "a.t": [] }));
  expect(shown.map(({ points }) => points)).toEqual([[], [[1_000, 4]]]);
  expect(one.values(given([text, x], { "a.x": [], "a.t": [] }))).toBe(shown);
  const over = showing({ key: "a.x" }).values({ ...given([x], { "a.x": [] }), isLive: false });
  expect(over[0]).toMatchObject({ points: [], value: null });
});
