import { expect, test } from "vitest";
import { byColumn, type Pixel } from "./by-column";

const pixels = (...ys: (number | null)[]): Pixel[] => ys.map((y, i) => ({ x: i / ys.length, y }));
const ys = (line: readonly Pixel[]) => line.map(({ y }) => y);

test("of a column its ends, its lowest and its highest are kept, in their order", () => {
  expect(ys(byColumn(pixels(5, 4, 9, 5, 6, 1, 3, 5), 1))).toEqual([5, 9, 1, 5]);
  expect(ys(byColumn(pixels(5, 4, 3), 1))).toEqual([5, 4, 3]);
  expect(ys(byColumn(pixels(9, 5, 5, 5, 5, 1), 1))).toEqual([9, 1]);
  expect(byColumn([], 1)).toEqual([]);
});

test("a gap stays, and parts what it lies between", () => {
  expect(ys(byColumn(pixels(1, 2, 3, 2, 1, null, 4, 5, 6, 5, 4), 1))).toEqual([1, 3, 1, null, 4, 6, 4]);
});

test("columns are as wide as is said", () => {
  const line = Array.from({ length: 80 }, (_, i): Pixel => ({ x: i, y: i % 8 }));
  expect(byColumn(line, 8)).toHaveLength(20);
  expect(byColumn(line, 1)).toEqual(line);
});
