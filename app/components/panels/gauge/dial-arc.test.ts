import { expect, test } from "vitest";
import { arcPath, onArc, shareOf } from "./dial-arc";

test("a value stands between the ends of its scale, or at the nearer one", () => {
  expect([-20, 0, 25, 100, 700].map((value) => shareOf(value, 0, 100))).toEqual([0, 0, 0.25, 1, 1]);
  expect(shareOf(-5, -10, 10)).toBe(0.25);
  expect(shareOf(5, 5, 5)).toBe(0);
});

test("the arc is a half circle opened downwards, drawn from left to right whichever way a value goes from zero", () => {
  expect([0, 0.5, 1].map((share) => onArc(share))).toEqual([
    { x: 38, y: 88 },
    { x: 104, y: 22 },
    { x: 170, y: 88 },
  ]);
  expect(arcPath(0.5, 0)).toBe(arcPath(0, 0.5));
  expect(arcPath(0.5, 0.5)).toBe("");
});
