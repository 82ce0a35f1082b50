import { expect, test } from "vitest";
import type { Point } from "../../../../core/protocol/parts";
import { extentOf, pointAt, seriesColor, windowOf } from "./series";
import { shownWindow } from "./shown-window";
import { labelledTicks } from "./tick-label";

const points: Point[] = [
  [1_000, 5],
  [2_000, 6],
  [3_000, null],
  [5_000, 8],
];

test("a window keeps the point before it and carries the last value on to the last look", () => {
  expect(windowOf(points, 1_500, 4_000)).toEqual(points);
  expect(windowOf(points, 4_500, 6_000)).toEqual([...points.slice(2), [6_000, 8]]);
  expect(windowOf(points.slice(0, 3), 0, 6_000)).toEqual(points.slice(0, 3));
  expect(windowOf([], 0, 6_000)).toEqual([]);
});

test.each([
  [999, null],
  [1_000, [1_000, 5]],
  [1_700, [2_000, 6]],
  [3_500, null],
  [9_000, [5_000, 8]],
  [60_000, null],
])("at %d holds %j", (time, point) => expect(pointAt(points, time)).toEqual(point));

test("an extent passes over what is not known", () => {
  expect(extentOf([points, [[1, -2]]])).toEqual({ low: -2, high: 8 });
  expect(extentOf([[[1, null]]])).toBeNull();
});

test("the ninth line is grey", () => {
  expect(seriesColor(7)).toBe("var(--c8)");
  expect(seriesColor(8)).toBe("var(--text-faint)");
});

test.each([
  [20_000, 120_000],
  [120_001, 300_000],
  [400_000, 900_000],
  [9_000_000, 900_000],
])("series that are %d ms old are shown in %d ms", (known, shown) => expect(shownWindow(known, 900_000)).toBe(shown));

test("ticks are round times; closer than a minute they say seconds", () => {
  const noon = Date.UTC(2026, 10, 21, 12);
  const labels = (from: number, to: number) => labelledTicks(from, to, "UTC").map(({ label }) => label);
  expect(labels(noon + 61_000, noon + 961_000)).toEqual(["12:05", "12:10", "12:15"]);
  expect(labels(noon, noon + 120_000)).toEqual(["12:00:00", "12:00:30", "12:01:00", "12:01:30"]);
});

test("ticks are round on the clocks of the reader's zone, also where those change, and days have their names", () => {
  const labels = (from: number, hours: number, zone: string) =>
    labelledTicks(from, from + hours * 3_600_000, zone).map(({ label }) => label);
  expect(labels(Date.UTC(2026, 10, 21, 12), 2, "Asia/Kolkata")).toEqual(["17:30", "18:00", "18:30", "19:00"]);
  expect(labels(Date.UTC(2026, 9, 24, 22), 24, "Europe/Oslo")).toEqual(["25 Oct", "06:00", "12:00", "18:00"]);
  expect(labels(Date.UTC(2026, 10, 1, 5), 7 * 24, "UTC")).toEqual(["3 Nov", "5 Nov", "7 Nov"]);
});
