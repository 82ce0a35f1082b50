import { expect, test } from "vitest";
import type { Point } from "../../../../core/protocol/parts";
import { lonePoints } from "./lone-points";
import { stackOf } from "./stack";

test("[PK5] series with times of their own lie on one another at every time that any of them has", () => {
  const one: Point[] = [
    [0, 2],
    [10, 4],
  ];
  const other: Point[] = [
    [5, 1],
    [10, null],
    [15, 7],
  ];
  expect(stackOf([one, other])).toEqual([
    [
      [0, 0, 2],
      [5, 0, 3],
      [10, 0, 4],
      [15, 0, null],
    ],
    [
      [5, 3, 4],
      [10, 4, null],
      [15, 0, 7],
    ],
  ]);
});

test("[PK5] a gap stays one, and what stands above it comes down", () => {
  const gap: Point[] = [
    [0, 2],
    [10, null],
    [20, 2],
  ];
  const whole: Point[] = [
    [0, 1],
    [10, 1],
    [20, 1],
  ];
  expect(stackOf([gap, whole])).toEqual([
    [
      [0, 0, 2],
      [10, 0, null],
      [20, 0, 2],
    ],
    [
      [0, 2, 3],
      [10, 0, 1],
      [20, 2, 3],
    ],
  ]);
});

test("[PK5] what is below zero is laid downwards", () => {
  expect(stackOf([[[0, -2]], [[0, 3]], [[0, -1]]])).toEqual([[[0, 0, -2]], [[0, 0, 3]], [[0, -2, -3]]]);
});

test("a stack of more times than a screen has pixels is drawn at as many as it has", () => {
  const many = (shift: number) => Array.from({ length: 5_000 }, (_, i): Point => [i * 10 + shift, 1]);
  const [lower, upper] = stackOf([many(0), many(3)]);
  expect(lower?.length).toBeLessThanOrEqual(600);
  expect(upper?.at(300)?.slice(1)).toEqual([1, 2]);
});

test("[PK6] a point with nothing known on either side is alone", () => {
  expect(lonePoints([[0, 1]])).toEqual([[0, 1]]);
  expect(
    lonePoints([
      [0, 1],
      [1, 2],
      [2, null],
      [3, 5],
      [4, null],
    ]),
  ).toEqual([[3, 5]]);
});
