import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Json } from "../json";
import { apply } from "./apply";
import { canonical } from "./canonical";
import { diff } from "./diff";
import { longestIncreasing } from "./longest-increasing";
import type { Patch } from "./operation";

const RUNS = { numRuns: 2_000 };

function patchOf(a: Json, b: Json, rowKey?: string): Patch {
  const patch = diff(a, b, rowKey) ?? [];
  const over = apply(a, structuredClone(patch));
  expect(over.ok && canonical(over.value)).toBe(canonical(b));
  return patch;
}

const ids = fc.uniqueArray(fc.nat(40), { maxLength: 30 });
const row = (id: number) => ({ id, text: `row ${id}` });

property.prop(
  [ids.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))],
  RUNS,
)("[D14] rows put in another order are as few moves as there can be, and nothing else", ([before, after]) => {
  const patch = patchOf(before.map(row), after.map(row));
  expect(patch.every(({ op }) => op === "move")).toBe(true);
  expect(patch).toHaveLength(before.length - longestBySearch(after.map((id) => before.indexOf(id))));
  patchOf(before.map(String), after.map(String));
});

/** The same by trying all predecessors. */
function longestBySearch(numbers: readonly number[]): number {
  const lengths: number[] = [];
  numbers.forEach((number, i) => {
    lengths.push(1 + Math.max(0, ...lengths.filter((_, j) => (numbers[j] ?? 0) < number && j < i)));
  });
  return Math.max(0, ...lengths);
}

property.prop([ids], RUNS)("[D14] what longestIncreasing finds increases, and nothing longer does", (numbers) => {
  const found = longestIncreasing(numbers).map((i) => numbers[i]);
  expect(found).toEqual(found.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  expect(found).toHaveLength(longestBySearch(numbers));
});

test("[D14] one row that goes from the top to the end is one move", () => {
  expect(diff([1, 2, 3, 4, 5].map(row), [2, 3, 4, 5, 1].map(row))).toEqual([{ op: "move", from: "/0", path: "/4" }]);
});

test("[D14] a line put before a log whose oldest line leaves is two operations", () => {
  const log = Array.from({ length: 40 }, (_, i) => `line ${i}`);
  expect(diff(log, ["new", ...log.slice(0, -1)])).toEqual([
    { op: "remove", path: "/39" },
    { op: "add", path: "/0", value: "new" },
  ]);
});

const twice = fc.array(fc.record({ id: fc.integer({ min: 0, max: 4 }), v: fc.integer({ min: 0, max: 2 }) }), {
  maxLength: 9,
});
property.prop([twice, twice], RUNS)("[D15] rows that share a key are matched by their place", (a, b) => {
  patchOf(a, b);
});

test("[D15] rows that share a key, or have none, are not mixed up", () => {
  const before = [{ id: 1, n: 1 }, { id: 1, n: 2 }, { id: 2, n: 3 }, { n: 4 }];
  patchOf(before, [{ id: 2, n: 3 }, { id: 1, n: 2 }, { id: 1, n: 1 }, { n: 5 }]);
  patchOf(before, [{ id: 1, n: 2 }, { n: 4 }]);
  expect(
    patchOf(
      [
        { id: 1, n: 1 },
        { id: 1, n: 2 },
      ],
      [
        { id: 1, n: 1 },
        { id: 1, n: 3 },
      ],
    ),
  ).toEqual([{ op: "replace", path: "/1/n", value: 3 }]);
  // A number and a text are two keys.
  patchOf([{ id: 1 }, { id: "1" }], [{ id: "1" }, { id: 1 }]);
});

test("[D16] a window slides although its last point was provisional", () => {
  const window = Array.from({ length: 60 }, (_, i) => [i, i * 2]);
  const before = [...window, [60, 7]];
  expect(diff(before, [...window.slice(1), [60, 9], [61, 1]])).toEqual([
    { op: "remove", path: "/0" },
    { op: "replace", path: "/59/1", value: 9 },
    { op: "add", path: "/-", value: [61, 1] },
  ]);
});

/** `depth` levels around a value, arrays and objects in turn. */
function nested(depth: number, inner: Json): Json {
  let value = inner;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { in: value, i };
  return value;
}

test.each([499, 500, 501, 1_000, 2_000])("[D17] %i levels do not end the stack", (depth) => {
  const patch = patchOf(nested(depth, 1), nested(depth, 2));
  expect(patch).toHaveLength(1);
  expect(patch[0]?.path.split("/").length).toBe(Math.min(depth, 501) + 1);
});

test("[D2] zero is zero, whatever its sign", () => {
  expect(diff({ a: 0, b: [0, -0] }, { a: -0, b: [-0, 0] })).toBeNull();
  patchOf([0, 1, -0, 2], [2, -0, 1]);
});

test("[D5] rows are told apart by what a path leads to", () => {
  const rows = (size: number) =>
    ["nyc", "oslo", "rome"].map((city) => ({ properties: { city, size: city === "rome" ? size : 1 } }));
  expect(patchOf(rows(1), rows(2).toReversed(), "properties.city")).toEqual([
    { op: "move", from: "/2", path: "/0" },
    { op: "move", from: "/2", path: "/1" },
    { op: "replace", path: "/0/properties/size", value: 2 },
  ]);
  expect(patchOf(rows(1), rows(2).slice(1), "properties.city")[0]).toEqual({ op: "remove", path: "/0" });
});
