import fc from "fast-check";
import { expect, test } from "vitest";
import { liveRange } from "../../../core/range/time-range";
import { rangeBefore } from "./range-before";

test("[RG9] the stretch before a live range is whole at any time, and nothing of it is still to come", () => {
  const now = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
  const span = fc.integer({ min: 10, max: 90 * 86_400 }).map((seconds) => liveRange(seconds * 1_000));
  fc.assert(
    fc.property(now, span, (at, live) => {
      const { from, to } = rangeBefore(live, at);
      expect(from).toBeLessThanOrEqual(at - 2 * live.span);
      expect(to).toBeGreaterThanOrEqual(at - live.span);
      expect(to).toBeLessThanOrEqual(at);
    }),
  );
});

test("[RG9] the stretch before one that is over ends where that begins", () => {
  expect(rangeBefore({ kind: "past", from: 5_000, to: 8_000 }, 0)).toEqual({ kind: "past", from: 2_000, to: 5_000 });
});
