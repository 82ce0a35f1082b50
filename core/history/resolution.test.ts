import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, HOUR, MOST_POINTS, stepFor } from "./resolution";

test("[HI4] a few hours are read as recorded, as long as they are kept so", () => {
  expect(stepFor(10 * HOUR, 16 * HOUR, 300, 0)).toBeNull();
  expect(stepFor(10 * HOUR, 16 * HOUR, 400, 11 * HOUR)).toBe(60_000);
});

test("[HI4] longer ranges take the finest step that people count in", () => {
  expect(stepFor(0, DAY, MOST_POINTS, 0)).toBe(60_000);
  expect(stepFor(0, 7 * DAY, MOST_POINTS, 0)).toBe(10 * 60_000);
  expect(stepFor(0, 90 * DAY, 300, 0)).toBe(12 * HOUR);
});

test("[HI4] no range is told with more points than were asked for", () => {
  const range = fc.integer({ min: 0, max: 40 * 365 * DAY });
  fc.assert(
    fc.property(
      range,
      fc.integer({ min: 0, max: DAY }),
      fc.integer({ min: 2, max: MOST_POINTS }),
      (length, from, most) => {
        const step = stepFor(from, from + length, most, Number.POSITIVE_INFINITY) ?? Number.NaN;
        const touched = Math.floor((from + length - 1) / step) - Math.floor(from / step) + 1;
        expect(touched).toBeLessThanOrEqual(most);
      },
    ),
  );
});
