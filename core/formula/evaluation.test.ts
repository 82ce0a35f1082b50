import { expect, test } from "vitest";
import type { Point } from "../protocol/parts";
import { instanceOf } from "./instance-of";
import { parseFormula } from "./parse-formula";
import { course, evaluation, type Given, run } from "./testing/evaluate";

/** Its values alone, of keys with the same times. */
function values(text: string, given: Readonly<Record<string, readonly (number | null)[]>>): (number | null)[] {
  const timed: Record<string, readonly Point[]> = {};
  for (const [key, all] of Object.entries(given)) timed[key] = all.map((value, i): Point => [i * 1_000, value]);
  return course(text, timed).map(([, value]) => value);
}

test.each([
  ["= {a} + {b} * 2", [7, 10]],
  ["= ({a} - {b}) / {b}", [-2 / 3, -0.5]],
  ["= 7 % {b} + abs(-{a})", [2, 5]],
  ["= clamp({b}, 0, 3.5) + round({a} / 2)", [4, 4.5]],
  ["= sum({a}, {b}, 1)", [5, 7]],
  ["= avg({*}) + min({*}) + max({*}) + count({*})", [2 + 1 + 3 + 2, 3 + 2 + 4 + 2]],
])("[FX3] %s", (text, expected) => {
  expect(values(text, { a: [1, 2], b: [3, 4] })).toEqual(expected);
});

test("[FX4] at each time of a point, of what each key was last known to be", () => {
  expect(
    course("= {a} + {b}", {
      a: [
        [0, 1],
        [100, 2],
      ],
      b: [
        [0, 10],
        [50, 20],
        [150, 30],
      ],
    }),
  ).toEqual([
    [0, 11],
    [50, 21],
    [100, 22],
    [150, 32],
  ]);
});

test("[FX4] a key without a past counts as it is now", () => {
  const now = Number.NEGATIVE_INFINITY;
  expect(
    course("= {a} / {b}", {
      a: [
        [0, 1],
        [100, 2],
      ],
      b: [[now, 4]],
    }),
  ).toEqual([
    [0, 0.25],
    [100, 0.5],
  ]);
  expect(course("= {a} / {b}", { a: [[now, 1]], b: [[now, 4]] })).toEqual([[now, 0.25]]);
  expect(course("= if_missing({a}, 0)", {})).toEqual([[now, 0]]);
});

test("[FX5] a gap stays one, and what no number can say is one", () => {
  expect(values("= {a} + {b}", { a: [1, null, null, 4], b: [1, 1, 1, 1] })).toEqual([2, null, 5]);
  expect(values("= 1 / {a}", { a: [1, 0, 2] })).toEqual([1, null, 0.5]);
  expect(values("= {b} * 0 + {a} % 0", { a: [1], b: [1] })).toEqual([]);
  expect(values("= {a} * {a}", { a: [1e300] })).toEqual([null]);
  expect(values("= if_missing({a}, 0)", { a: [1, null] })).toEqual([1, 0]);
  expect(values("= sum({*})", { a: [1, null, null], b: [2, 3, null] })).toEqual([3, 3, null]);
  expect(values("= count({*})", { a: [1, null, null], b: [2, 3, null] })).toEqual([2, 1, 0]);
});

test("[FX6] one result for each match, paired by what the stars stand for; a key without one goes with each", () => {
  const given: Given = {
    "n.a.used": [[0, 1]],
    "n.b.used": [[0, 2]],
    "n.c.used": [[0, 3]],
    "n.a.total": [[0, 10]],
    "n.b.total": [[0, 10]],
    "n.a.disk.x": [[0, 5]],
    "n.a.disk.y": [[0, 6]],
    all: [[0, 100]],
  };
  const of = (text: string) =>
    run(evaluation(text, Object.keys(given)), given).map(([name, points]) => [name, points[0]?.[1]]);
  expect(of("= {n.*.used} / {n.*.total}")).toEqual([
    ["a", 0.1],
    ["b", 0.2],
  ]);
  expect(of("= {n.*.used} + {all}")).toEqual([
    ["a", 101],
    ["b", 102],
    ["c", 103],
  ]);
  expect(of("= {n.*.used} / sum({n.*.used})")).toEqual([
    ["a", 1 / 6],
    ["b", 2 / 6],
    ["c", 3 / 6],
  ]);
  expect(of("= {n.*.disk.*} * {n.*.total}")).toEqual([
    ["a x", 50],
    ["a y", 60],
  ]);
  expect(of("= {n.*.none}")).toEqual([]);
});

test("[FX7] a counter's rate: what it went up by a second; one that falls was begun anew at zero", () => {
  const counter: Point[] = [
    [0, 0],
    [10_000, 100],
    [20_000, 200],
    [30_000, 50],
    [40_000, 150],
  ];
  expect(course("= rate({a}, 20s)", { a: counter })).toEqual([
    [0, null],
    [10_000, 10],
    [20_000, 10],
    [30_000, 7.5],
    [40_000, 7.5],
  ]);
  expect(course("= increase({a}, 1m)", { a: counter }).at(-1)).toEqual([40_000, 350]);
  expect(course("= delta({a}, 20s)", { a: counter }).map(([, value]) => value)).toEqual([0, 100, 200, -50, -50]);
});

test("[FX7] of a source that is asked more seldom than the span, the rate is that between its last two points", () => {
  expect(
    course("= rate({a}, 10s)", {
      a: [
        [0, 0],
        [300_000, 600],
      ],
    }).at(-1),
  ).toEqual([300_000, 2]);
});

test("[FX7] what happened in a gap counts neither in the amount nor in the time", () => {
  const a: Point[] = [
    [0, 0],
    [10_000, 10],
    [10_001, null],
    [50_000, 900],
    [60_000, 910],
  ];
  const [, last] = course("= rate({a}, 5m)", { a }).at(-1) ?? [];
  expect(last).toBeCloseTo((20 / 20_001) * 1_000, 6);
});

test("[FX8] means go by time, and extremes by what was held, also when the stretch began", () => {
  const a: Point[] = [
    [0, 10],
    [10_000, 0],
    [40_000, 4],
  ];
  expect(course("= avg_over({a}, 40s)", { a }).map(([, value]) => value)).toEqual([10, 10, 2.5]);
  expect(course("= avg_over({a}, 20s)", { a }).map(([, value]) => value)).toEqual([10, 10, 0]);
  expect(course("= max_over({a}, 35s)", { a }).at(-1)).toEqual([40_000, 10]);
  expect(course("= min_over({a}, 35s)", { a }).at(-1)).toEqual([40_000, 0]);
});

test("[FX9] a sum begins when all are known that were known all along, and does not wait for one that came later", () => {
  const every = (from: number, step: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i): Point => [from + i * step, 1]);
  const points = course("= sum({*})", { a: every(0, 10, 100), b: every(7, 10, 100), c: every(55, 10, 100) });
  expect(points[0]).toEqual([7, 2]);
  expect(points.filter(([, value]) => value === 3).at(0)).toEqual([55, 3]);
});

test("[FX9] nor does one that has not changed for hours, or seldom does, make it begin without the others", () => {
  const every = (from: number) => Array.from({ length: 20 }, (_, i): Point => [3_600_000 + from + i * 2_000, 1]);
  const seldom: Point[] = [
    [1_000, 1],
    [3_610_000, 2],
  ];
  const points = course("= sum({*})", { a: [[0, 1]], b: seldom, c: every(500), d: every(1_700) });
  expect(points[0]).toEqual([3_601_700, 4]);
});

test.each([
  ["= {a} + {b}", "bytes"],
  ["= {a} - 1", "bytes"],
  ["= max({a}, {b}) + abs(-{a})", "bytes"],
  ["= avg_over({a}, 5m)", "bytes"],
  ["= {a} / {b}", undefined],
  ["= {a} * 8", undefined],
  ["= {a} + {c}", undefined],
  ["= count({a})", undefined],
  ["= rate({a})", "bytes/s"],
  ["= rate({none})", "/s"],
  ["= rate({c})", "ratio"],
  ["= rate({speed})", "bytes/s²"],
  ["= sum(rate({a}), rate({b}))", "bytes/s"],
  ["= {a | size}", undefined],
])("[FX10] the unit of %s is %s", (text, unit) => {
  const { results } = evaluation(text, ["a", "b", "c", "speed"], {
    a: "bytes",
    b: "bytes",
    c: "seconds",
    speed: "bytes/s",
  });
  expect(results[0]?.unit).toBe(unit);
});

test("[FX11] the same arrays while nothing changes; what is not touched by a change keeps its own", () => {
  const one = evaluation("= {n.*.x} * 2", ["n.a.x", "n.b.x"]);
  const [a, b]: Point[][] = [[[0, 1]], [[0, 2]]];
  const first = one.run([a ?? [], b ?? []]);
  expect(one.run([a ?? [], b ?? []])).toBe(first);
  const second = one.run([[...(a ?? []), [1, 5]], b ?? []]);
  expect(second[0]).toEqual([
    [0, 2],
    [1, 10],
  ]);
  expect(second[1]).toBe(first[1]);
});

test("[FX15] a formula over more than 500 keys is refused, with what to do", () => {
  const keys = Array.from({ length: 501 }, (_, i) => `n.k${i}`);
  expect(() => evaluation("= sum({n.*})", keys)).toThrow("reads 501 keys");
});

test("[FX6] the formula of one result alone comes to the same", () => {
  const given: Given = { "n.a.x": [[0, 1]], "n.b.x": [[0, 2]], "n.a.y": [[0, 5]], "n.b.y": [[0, 7]], z: [[0, 100]] };
  const text = "= { n.*.x } * {n.*.y | @} - {z} / sum({n.*.x})";
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const instance = instanceOf(parsed.formula, ["b"]);
  expect(instance).toBe("= { n.b.x } * {n.b.y | @} - {z} / sum({n.*.x})");
  const whole = run(evaluation(text, Object.keys(given)), given).find(([label]) => label === "b");
  expect(run(evaluation(instance, Object.keys(given)), given)[0]?.[1]).toEqual(whole?.[1]);
});
