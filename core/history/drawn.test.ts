import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnPoints, stepsFor } from "./drawn";
import type { Summary } from "./rollup";

const STEP = 60_000;
const flat = (value: number): Summary => ({ min: value, max: value, mean: value, last: value, count: 6 });
const steps = (...all: [number, Summary][]) => all.map(([i, one]): [number, Summary] => [i * STEP, one]);

test("[RG6] a step is its mean, and its two ends where they are far apart; the line ends with the last value", () => {
  const spike = { min: 1, max: 100, mean: 5, last: 2, count: 60 };
  expect(drawnPoints(steps([0, flat(1)], [1, spike], [2, flat(3)]), STEP, 2.5 * STEP)).toEqual([
    [30_000, 1],
    [75_000, 1],
    [105_000, 100],
    [149_999, 3],
  ]);
});

test("[RG7] an unusually long stretch without steps is not drawn across", () => {
  const all = steps([0, flat(1)], [1, flat(1)], [2, flat(1)], [9, flat(1)], [10, flat(2)]);
  expect(drawnPoints(all, STEP, 11 * STEP).filter(([, value]) => value === null)).toEqual([[3 * STEP, null]]);
  const slow = steps([0, flat(1)], [5, flat(1)], [10, flat(2)], [20, flat(2)]);
  expect(drawnPoints(slow, STEP, 21 * STEP).every(([, value]) => value !== null)).toBe(true);
});

const value = fc.integer({ min: -1_000, max: 1_000 });
const summary = fc.array(value, { minLength: 1, maxLength: 5 }).map(
  (all): Summary => ({
    min: Math.min(...all),
    max: Math.max(...all),
    mean: all.reduce((sum, one) => sum + one, 0) / all.length,
    last: all.at(-1) ?? 0,
    count: all.length,
  }),
);
const series = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 }), summary), {
    selector: ([i]) => i,
    maxLength: 60,
    minLength: 1,
  })
  .map((all) => steps(...all.sort(([a], [b]) => a - b)));

test("[RG6] times rise, no more points than promised, and no lowest or highest value is lost by more than is seen", () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: STEP }), (all, open) => {
      const to = (all.at(-1)?.[0] ?? 0) + open;
      const points = drawnPoints(all, STEP, to);
      points.forEach(([at], i) => expect(at).toBeGreaterThan(points[i - 1]?.[0] ?? -1));
      const between = ((all.at(-1)?.[0] ?? 0) - (all[0]?.[0] ?? 0)) / STEP + 1;
      expect(points.length).toBeLessThanOrEqual(2 * between + 1);
      expect(points.at(-1)?.[1]).toBe(all.at(-1)?.[1].last);
      const known = points.flatMap(([, one]) => (one === null ? [] : [one]));
      // The newest step may be cut by the end of the range, what is before it is whole.
      const whole = all.slice(0, -1);
      const [low, high] = [Math.min(...all.map(([, one]) => one.min)), Math.max(...all.map(([, one]) => one.max))];
      const lost = (high - low) / 20;
      for (const [, one] of whole) {
        expect(Math.min(...known)).toBeLessThanOrEqual(one.min + lost);
        expect(Math.max(...known)).toBeGreaterThanOrEqual(one.max - lost);
      }
    }),
  );
});

test("[RG6] as many steps are asked for as can be told", () => {
  expect([3, 1_000, 2_000].map(stepsFor)).toEqual([1, 499, 999]);
});
