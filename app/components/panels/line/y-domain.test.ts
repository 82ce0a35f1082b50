import { expect, test } from "vitest";
import { niceDomain, steadyDomain } from "./y-domain";

const MIB = 1024 ** 2;

test.each([
  ["from zero to the next round step", { low: 71, high: 288, divisor: 1 }, [0, 100, 200, 300]],
  ["a value on a step needs no more room", { low: 0, high: 400, divisor: 1 }, [0, 100, 200, 300, 400]],
  ["below zero", { low: -3, high: 5, divisor: 1 }, [-4, -2, 0, 2, 4, 6]],
  ["nothing but zero", { low: 0, high: 0, divisor: 1 }, [0, 0.25]],
  ["fixed ends", { low: 3, high: 40, min: 0, max: 100, divisor: 1 }, [0, 25, 50, 75, 100]],
  ["fractions without dust", { low: 0, high: 0.35, divisor: 1 }, [0, 0.1, 0.2, 0.3, 0.4]],
])("%s", (_name, wanted, ticks) => {
  expect(niceDomain(wanted).ticks).toEqual(ticks);
});

test("steps are round in the unit that is written", () => {
  expect(niceDomain({ low: 0, high: 47 * MIB, divisor: MIB }).ticks).toEqual([0, 20 * MIB, 40 * MIB, 60 * MIB]);
});

test("a fixed end that is no step is kept", () => {
  expect(niceDomain({ low: 3, high: 40, min: 0, max: 90, divisor: 1 })).toMatchObject({ min: 0, max: 90 });
});

test("the axis stands still while the values fit and fill it, and only then", () => {
  const before = niceDomain({ low: 0, high: 90, divisor: 1 });
  expect(steadyDomain(before, { low: 5, high: 60, divisor: 1 })).toBe(before);
  expect(steadyDomain(before, { low: 5, high: 101, divisor: 1 }).max).toBeGreaterThanOrEqual(101);
  expect(steadyDomain(before, { low: 0, high: 12, divisor: 1 }).max).toBeLessThan(before.max);
  expect(steadyDomain(before, { low: -1, high: 60, divisor: 1 }).min).toBeLessThan(0);
  expect(steadyDomain(null, { low: 0, high: 90, divisor: 1 })).toEqual(before);
});
