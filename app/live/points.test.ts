import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../../core/protocol/parts";
import { extendPoints, MAX_POINTS, mergePoints } from "./points";

const points = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.option(fc.integer(), { nil: null })), {
    selector: ([at]) => at,
  })
  .map((list) => list.sort(([a], [b]) => a - b) as Point[]);
const rises = (list: readonly Point[]) => list.every(([at], i) => i === 0 || at > (list[i - 1]?.[0] ?? 0));

describe("extendPoints", () => {
  it("appends what is later and gives the same array back when nothing is", () => {
    const held: Point[] = [[1, 1]];
    expect(
      extendPoints(
        held,
        [
          [0, 0],
          [1, 9],
        ],
        0,
      ),
    ).toBe(held);
    expect(
      extendPoints(
        held,
        [
          [1, 9],
          [2, 2],
        ],
        0,
      ),
    ).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(held).toEqual([[1, 1]]);
  });

  it("lets go of what lies before the range, but for the point that the line comes from", () => {
    expect(
      extendPoints(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        [[4, 4]],
        3,
      ),
    ).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(extendPoints([[1, 1]], [[2, 2]], 9)).toEqual([[2, 2]]);
  });

  it("is bounded", () => {
    const many = Array.from({ length: MAX_POINTS }, (_, i): Point => [i, i]);
    const more = extendPoints(many, [[MAX_POINTS, 0]], 0);
    expect(more).toHaveLength(MAX_POINTS);
    expect(more.at(-1)).toEqual([MAX_POINTS, 0]);
  });

  it("rises, whatever is added, and repeated changes nothing", () => {
    fc.assert(
      fc.property(points, fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer())), (held, added) => {
        const once = extendPoints(held, added, 0);
        expect(rises(once)).toBe(true);
        expect(extendPoints(once, added, 0)).toBe(once);
      }),
    );
  });
});

describe("mergePoints", () => {
  it("fills a hole and replaces the mark of a gap that was none", () => {
    expect(
      mergePoints(
        [
          [1, 1],
          [2, null],
          [9, 9],
        ],
        [
          [2, 2],
          [5, 5],
        ],
        0,
      ),
    ).toEqual([
      [1, 1],
      [2, 2],
      [5, 5],
      [9, 9],
    ]);
  });

  it("keeps what was pushed where both know a time", () => {
    const held: Point[] = [[1, 1]];
    expect(mergePoints(held, [[1, 7]], 0)).toBe(held);
  });

  it("is the union by time, in order, and repeated changes nothing", () => {
    fc.assert(
      fc.property(points, points, (held, fetched) => {
        const merged = mergePoints(held, fetched, 0);
        expect(rises(merged)).toBe(true);
        expect(new Set(merged.map(([at]) => at))).toEqual(new Set([...held, ...fetched].map(([at]) => at)));
        expect(mergePoints(merged, fetched, 0)).toBe(merged);
        for (const [at, value] of held) if (value !== null) expect(merged).toContainEqual([at, value]);
      }),
    );
  });
});
