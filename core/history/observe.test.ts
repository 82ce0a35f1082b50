import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../protocol/parts";
import { observe } from "./observe";

const time = fc.integer({ min: 0, max: 1_000_000 });
const value = fc.option(fc.double({ noNaN: true }), { nil: null });
const point = fc.tuple(time, value) as fc.Arbitrary<Point>;
const interval = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constant(Number.POSITIVE_INFINITY));
const observation = fc.record({
  last: fc.option(point, { nil: undefined }),
  now: point,
  checkedAt: fc.option(time, { nil: null }),
  interval,
});

describe("observe", () => {
  it("appends what is new", () => {
    expect(observe(undefined, [10, 1], null, 2_000)).toEqual([[10, 1]]);
    expect(observe([10, 1], [2_010, 2], null, 2_000)).toEqual([[2_010, 2]]);
  });

  it("holds the value as long as the source was seen unchanged", () => {
    expect(observe([0, 1], [10_000, 2], 8_000, 2_000)).toEqual([
      [8_000, 1],
      [10_000, 2],
    ]);
  });

  it("begins a gap right after the last knowledge, when that is longer ago than stale", () => {
    expect(observe([0, 1], [20_000, 2], null, 2_000)).toEqual([[20_000, 2]]);
    expect(observe([0, 1], [20_001, 2], null, 2_000)).toEqual([
      [1, null],
      [20_001, 2],
    ]);
    expect(observe([0, 1], [500_000, 2], 100_000, 60_000)).toEqual([
      [100_000, 1],
      [100_001, null],
      [500_000, 2],
    ]);
  });

  it("begins no second gap, and holds nothing that was not known", () => {
    expect(observe([0, null], [500_000, 2], 100_000, 2_000)).toEqual([[500_000, 2]]);
  });

  it("claims no gap while the interval is not known", () => {
    expect(observe([0, 1], [500_000, 2], null, Number.POSITIVE_INFINITY)).toEqual([[500_000, 2]]);
  });

  it("adds nothing for an observation that is not later", () => {
    expect(observe([10, 1], [10, 2], null, 2_000)).toEqual([]);
    expect(observe([10, 1], [9, 2], null, 2_000)).toEqual([]);
  });

  it("has strictly rising times after the last point, invents no value and loses no observation", () => {
    fc.assert(
      fc.property(observation, ({ last, now, checkedAt, interval }) => {
        const added = observe(last, now, checkedAt, interval);
        const times = [...(last ? [last] : []), ...added].map(([at]) => at);
        expect(times.every((at, i) => i === 0 || at > (times[i - 1] ?? at))).toBe(true);
        for (const [, value] of added) expect([null, last?.[1], now[1]]).toContain(value);
        if (!last || now[0] > last[0]) expect(added.at(-1)).toEqual(now);
        else expect(added).toEqual([]);
      }),
    );
  });

  it("never draws a line across a stretch longer than stale that nobody looked at", () => {
    fc.assert(
      fc.property(observation, ({ last, now, checkedAt, interval }) => {
        const line = [...(last ? [last] : []), ...observe(last, now, checkedAt, interval)];
        line.slice(1).forEach(([at], i) => {
          const [before, value] = line[i] ?? now;
          const unchanged = checkedAt !== null && checkedAt >= at;
          if (value !== null && !unchanged) expect(at - before).toBeLessThanOrEqual(4 * Math.max(interval, 5_000));
        });
      }),
    );
  });
});
