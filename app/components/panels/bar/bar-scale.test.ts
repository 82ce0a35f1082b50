import { expect, test } from "vitest";
import { barScale, isOn, shareAt } from "./bar-scale";

test("rows go from zero to the largest value or threshold, below zero where a value is", () => {
  expect(barScale([3, 7], {})).toEqual({ min: 0, max: 7 });
  expect(barScale([70], { thresholds: [{ above: 95, level: "critical" }] })).toEqual({ min: 0, max: 95 });
  expect(barScale([-4], {})).toEqual({ min: -4, max: 0 });
  expect(barScale([0], {})).toEqual({ min: 0, max: 1 });
});

test("the panel's own ends hold: a bar is cut off at them, and a threshold beyond is not drawn", () => {
  const scale = barScale([300], { min: 0, max: 100, thresholds: [{ above: 200, level: "warning" }] });
  expect(scale).toEqual({ min: 0, max: 100 });
  expect([-5, 25, 300].map((value) => shareAt(scale, value))).toEqual([0, 25, 100]);
  expect([0, 100, 200].map((value) => isOn(scale, value))).toEqual([true, true, false]);
});
