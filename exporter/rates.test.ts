import { expect, test } from "vitest";
import { makeRates } from "./rates.mjs";

test("a rate is the difference of two readings over the time between them", () => {
  const rates = makeRates();
  expect(rates("disk", 1_000, 0)).toBeUndefined();
  expect(rates("disk", 3_000, 500)).toBe(4_000);
  expect(rates("disk", 3_000, 1_500)).toBe(0);
});

test("each counter has its own past", () => {
  const rates = makeRates();
  rates("a", 10, 0);
  expect(rates("b", 20, 1_000)).toBeUndefined();
  expect(rates("a", 20, 1_000)).toBe(10);
});

test("a counter that went back, or was away, starts anew", () => {
  const rates = makeRates();
  rates("a", 100, 0);
  expect(rates("a", 5, 1_000)).toBeUndefined();
  expect(rates("a", 15, 2_000)).toBe(10);
  expect(rates("a", null, 3_000)).toBeUndefined();
  expect(rates("a", 400, 4_000)).toBeUndefined();
  expect(rates("a", 500, 4_000)).toBeUndefined();
});
