import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seenPoints } from "../../core/history/seen-points";
import type { Point } from "../../core/protocol/parts";
import { extendPoints, mergePoints } from "./points";

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

  it("[C12] holds of a page that is open for an hour what one that opens now would show, at any rate of changes", () => {
    const [span, newest] = [900_000, 1_763_003_600_000];
    for (const every of [50, 1_000, 7_000]) {
      const ever = Array.from({ length: 3_600_000 / every }, (_, i): Point => {
        const at = newest - 3_600_000 + (i + 1) * every;
        return [at, at % 90_000 < 5_000 ? null : Math.round(Math.sin(at / 30_000) * 50 + ((i * 7) % 13))];
      });
      let held: readonly Point[] = [];
      for (let i = 0; i < ever.length; i += 20) {
        held = extendPoints(held, ever.slice(i, i + 20), (ever[i]?.[0] ?? 0) - span);
        expect(held.length).toBeLessThanOrEqual(2_000);
      }
      const opened = seenPoints(ever.filter(([at]) => at >= newest - span));
      const inSight = (points: readonly Point[]) => points.filter(([at]) => at >= newest - span * 0.98);
      expect(inSight(seenPoints(held))).toEqual(inSight(opened));
      expect(held.length).toBeLessThan(opened.length + 10_000 / every + 20);
    }
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

  it("[C12] of a long past is what can be seen of it, and repeated changes nothing", () => {
    const far = points.map((list) => list.map(([at, value]): Point => [at * 777, value]));
    fc.assert(
      fc.property(far, far, (held, fetched) => {
        const merged = mergePoints(held, fetched, 0);
        const union = new Map([...held, ...fetched, ...held.filter(([, value]) => value !== null)]);
        if (merged !== held) expect(merged).toEqual(seenPoints([...union].sort(([a], [b]) => a - b)));
        expect(mergePoints(merged, fetched, 0)).toEqual(merged);
      }),
    );
  });
});
