import fc from "fast-check";
import { expect, test } from "vitest";
import type { Point } from "../../../core/protocol/parts";
import { extendPoints } from "../points";
import { joinedPoints } from "./joined-points";

const pointsUpTo = (max: number) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max }), fc.option(fc.integer())), { selector: ([at]) => at })
    .map((all): Point[] => all.sort(([a], [b]) => a - b));
const ever = { from: 0, to: Number.POSITIVE_INFINITY };

test("[RG5] a tail that is joined to the history doubles no point and loses none", () => {
  const share = fc.integer({ min: 0, max: 100 });
  // So near each other that none is let go as it ages.
  const points = pointsUpTo(60);
  fc.assert(
    fc.property(points, share, share, fc.array(share, { maxLength: 4 }), (all, one, other, steps) => {
      const at = (part: number) => Math.floor((part / 100) * all.length);
      // The history is flushed up to some time; what is held begins no later than the next point after it.
      const past = all.slice(0, at(Math.max(one, other)));
      let held: readonly Point[] = all.slice(at(Math.min(one, other)), at(Math.max(one, other)));
      for (const step of [...steps.sort((a, b) => a - b), 100]) {
        held = extendPoints(
          held,
          all.slice(0, Math.max(at(step), past.length)).filter(([time]) => time > (past.at(-1)?.[0] ?? 0)),
          0,
        );
        const seen = all.slice(0, Math.max(at(step), past.length));
        expect(joinedPoints(past, held, ever)).toEqual(seen);
      }
    }),
  );
});

test("[RG5] between two times are all points of them, and the one that leads into them", () => {
  const time = fc.integer({ min: 0, max: 11_000 });
  fc.assert(
    fc.property(pointsUpTo(10_000), time, time, (all, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const shown = joinedPoints(all, all.slice(5), { from, to });
      expect(shown.filter(([at]) => at >= from)).toEqual(all.filter(([at]) => at >= from && at < to));
      expect(shown.length - all.filter(([at]) => at >= from && at < to).length).toBeLessThanOrEqual(1);
    }),
  );
});

test("[RG5] of a range that is over the recorded past is what counts, and after it what is held", () => {
  const past: Point[] = [1, 2, 3, 4, 5].map((at) => [at, at]);
  // Of what is a while ago less is held than was recorded.
  const held: Point[] = [1, 4, 6, 7].map((at) => [at, at]);
  const times = (all: readonly Point[]) => all.map(([at]) => at);
  expect(times(joinedPoints(past, held, { from: 2, to: 7 }, true))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(times(joinedPoints([], held, { from: 2, to: 7 }, true))).toEqual([1, 4, 6]);
  expect(times(joinedPoints(past, [], { from: 2, to: 7 }, true))).toEqual([1, 2, 3, 4, 5]);
});

test("what is held comes back as it is where it is all there is", () => {
  const held: Point[] = [
    [1, 1],
    [2, 2],
  ];
  expect(joinedPoints([], held, ever)).toBe(held);
  expect(joinedPoints([[1, 1]], held, { from: 1, to: 3 })).toBe(held);
});
