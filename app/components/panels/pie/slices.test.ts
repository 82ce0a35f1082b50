import { expect, test } from "vitest";
import type { Json } from "../../../../core/json";
import { pieOf } from "./slices";

const shown = (value: Json, i: number) => {
  return { id: `k${i}`, name: `N${i}`, unit: undefined, value, at: 0, isSeries: true, slugs: [] };
};

test("[PK11] shares of the sum in the order of the entries; what is below zero or without a value is left out and named", () => {
  const { slices, sum, left } = pieOf([1, null, -5, 3, "text", 0].map(shown));
  expect(sum).toBe(4);
  expect(slices.map(({ id, share, from }) => [id, share, from])).toEqual([
    ["k0", 0.25, 0],
    ["k3", 0.75, 0.25],
    ["k5", 0, 1],
  ]);
  expect(left.map(({ id }) => id)).toEqual(["k1", "k2"]);
});

test("[PK11] of many the eight largest keep their own slices, in their order, and the rest is one", () => {
  const { slices } = pieOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(shown));
  expect(slices.map(({ name }) => name)).toEqual(["N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "Other, 2"]);
  expect(slices.at(-1)).toMatchObject({ value: 3, names: "N0, N1" });
  expect(new Set(slices.map(({ color }) => color)).size).toBe(9);
});

test("[PK11] nothing but zeros has no shares", () => {
  expect(pieOf([0, 0].map(shown))).toMatchObject({ sum: 0, slices: [{ share: 0 }, { share: 0 }] });
});
