import { expect, test } from "vitest";
import { labelRows } from "./label-rows";

const rows = (...lines: number[]) =>
  labelRows(lines.map((at) => ({ at, of: at }))).map(({ at, isBelow, members }) => [at, isBelow, members]);

test("[PK14] labels stand above their lines, and below where the chart ends", () => {
  expect(rows(100, 60)).toEqual([
    [60, false, [60]],
    [100, false, [100]],
  ]);
  expect(rows(5)).toEqual([[5, true, [5]]]);
});

test("[PK14] those that would touch stand beside one another, however many they are", () => {
  expect(rows(100, 90, 117)).toEqual([
    [90, false, [100, 90]],
    [117, false, [117]],
  ]);
  expect(rows(60, 62, 64)).toEqual([[60, false, [64, 62, 60]]]);
  expect(rows(2, 30)).toEqual([[2, true, [30, 2]]]);
  expect(rows(2, 36)).toEqual([
    [2, true, [2]],
    [36, false, [36]],
  ]);
});
