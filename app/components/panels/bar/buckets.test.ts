import { expect, test } from "vitest";
import { barBoxes } from "./bar-boxes";
import { bucketsOf, meansOf } from "./buckets";

const minute = 60_000;

test("[PK10] a window is cut into at most thirty-one round stretches, the last of which holds its end", () => {
  for (const span of [10_000, 900_000, 3_600_000, 86_400_000, 400 * 86_400_000]) {
    const to = Date.UTC(2026, 10, 21, 12, 7, 30);
    const { from, step, count } = bucketsOf(to - span, to, 0);
    expect(from % step).toBe(0);
    expect(from).toBeGreaterThanOrEqual(to - span);
    expect(from + (count - 1) * step).toBeLessThanOrEqual(to);
    expect(from + count * step).toBeGreaterThan(to);
    expect(count).toBeLessThanOrEqual(31);
  }
});

test("[PK10] stretches are round on the reader's clock", () => {
  const [midnight, day] = [Date.UTC(2026, 10, 21), 86_400_000];
  // Kolkata is 5 h 30 min before UTC, New York 5 h after it.
  for (const offset of [5.5 * 3_600_000, -5 * 3_600_000]) {
    const { from, step } = bucketsOf(midnight - 20 * day, midnight, offset);
    expect(step).toBe(day);
    expect((from + offset) % day).toBe(0);
  }
});

test("[PK10] a bucket's mean counts each value for as long as it held; what is not known counts for nothing", () => {
  const buckets = { from: 0, step: minute, count: 5 };
  const points: [number, number | null][] = [
    [-30_000, 4],
    [15_000, 8],
    [90_000, null],
    [195_000, 6],
  ];
  // 15 s of 4 and 45 s of 8; 30 s of 8; nothing; 45 s of 6; 6 until it was last looked at.
  expect(meansOf(points, buckets, 250_000)).toEqual([7, 8, null, 6, 6]);
  expect(meansOf([[5_000, 1e300]], buckets, 90_000)).toEqual([1e300, 1e300, null, null, null]);
  expect(meansOf([], buckets, 0)).toEqual([null, null, null, null, null]);
});

test("bars stand side by side, or on one another: upwards above zero, downwards below", () => {
  const means = [
    [2, null],
    [3, -1],
    [-4, -2],
  ];
  expect(barBoxes(means, false).map(({ low, high, slot, slots }) => [low, high, slot, slots])).toEqual([
    [0, 2, 0, 3],
    [0, 3, 1, 3],
    [-1, 0, 1, 3],
    [-4, 0, 2, 3],
    [-2, 0, 2, 3],
  ]);
  expect(barBoxes(means, true).map(({ bucket, low, high }) => [bucket, low, high])).toEqual([
    [0, 0, 2],
    [0, 2, 5],
    [1, -1, 0],
    [0, -4, 0],
    [1, -3, -1],
  ]);
});
