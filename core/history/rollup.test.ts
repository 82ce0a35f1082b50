import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addRow, type Block, MINUTE } from "./block";
import { coarser, rollUp, summariesOf } from "./rollup";

const HOUR = 60 * MINUTE;
const minutes = { start: 0, step: MINUTE, steps: 60 };
const hour = { start: 0, step: HOUR, steps: 1 };

function blocksOf(points: readonly (readonly [number, number | null])[]): Block[] {
  return points.reduce<Block[]>(
    (blocks, [at, value], i) => addRow(blocks, { at, values: new Map([["a.x", value]]) }, i),
    [],
  );
}

const recorded = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: HOUR - 1 }), fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }))),
    {
      selector: ([at]) => at,
      maxLength: 200,
    },
  )
  .map((points) => points.sort(([a], [b]) => a - b));

describe("a rolled-up series", () => {
  test("[HI1] holds the least, the greatest, the mean, the last and the number of the points of each step", () => {
    const blocks = blocksOf([
      [1_000, 4],
      [2_000, 2],
      [3_000, 5],
      [59_999, 5],
      [60_000, 5],
      [61_000, null],
    ]);
    expect(summariesOf(rollUp(blocks, minutes), "a.x")).toEqual([
      [0, { min: 2, max: 5, mean: 4, last: 5, count: 4 }],
      [60_000, { min: 5, max: 5, mean: 5, last: 5, count: 1 }],
    ]);
  });

  test("[HI2] knows nothing where nothing was recorded, and of other series and times", () => {
    const rolled = rollUp(
      blocksOf([
        [HOUR, 1],
        [HOUR + 1, null],
      ]),
      minutes,
    );
    expect(summariesOf(rolled, "a.x")).toEqual([]);
    expect(summariesOf(rolled, "a.y")).toEqual([]);
  });

  test("[HI3] rolled up again is what the points come to at once", () => {
    fc.assert(
      fc.property(recorded, (points) => {
        const blocks = blocksOf(points);
        const again = summariesOf(coarser([rollUp(blocks, minutes)], hour), "a.x");
        const once = summariesOf(rollUp(blocks, hour), "a.x");
        expect(again.length).toBe(once.length);
        for (const [i, [at, summary]] of again.entries()) {
          const [onceAt, direct] = once[i] ?? [Number.NaN, summary];
          expect([at, summary.min, summary.max, summary.last, summary.count]).toEqual([
            onceAt,
            direct.min,
            direct.max,
            direct.last,
            direct.count,
          ]);
          expect(Math.abs(summary.mean - direct.mean)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(direct.max - direct.min)) * 200,
          );
        }
      }),
    );
  });

  test("[HI1] a mean lies between the least and the greatest, also of numbers whose sum is none", () => {
    const blocks = blocksOf([
      [1, Number.MAX_VALUE],
      [2, Number.MAX_VALUE],
      [3, Number.MAX_VALUE],
    ]);
    expect(summariesOf(rollUp(blocks, hour), "a.x")[0]?.[1].mean).toBe(Number.MAX_VALUE);
  });
});
