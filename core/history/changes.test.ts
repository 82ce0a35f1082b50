import { expect, test } from "vitest";
import { changesOf } from "./changes";

test("[KS6] The changes of a series are its points that differ from the one before, the newest first", () => {
  const points: [number, number | null][] = [
    [1, 5],
    [2, 5],
    [3, 7],
    [4, null],
    [5, 7],
    [6, 6],
  ];
  expect(changesOf(points, 10)).toEqual([
    { at: 6, from: 7, to: 6 },
    { at: 5, from: null, to: 7 },
    { at: 3, from: 5, to: 7 },
  ]);
  expect(changesOf(points, 1)).toEqual([{ at: 6, from: 7, to: 6 }]);
  expect(changesOf([[1, 5]], 10)).toEqual([]);
});
