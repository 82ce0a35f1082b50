import { expect, test } from "vitest";
import { moved } from "./moved";

test("[BL1] a board goes before or after another, and the rest keep their order", () => {
  const all = ["a", "b", "c", "d"];
  expect(moved(all, { slug: "d", side: "before", other: "b" })).toEqual(["a", "d", "b", "c"]);
  expect(moved(all, { slug: "a", side: "after", other: "c" })).toEqual(["b", "c", "a", "d"]);
  expect(moved(all, { slug: "a", side: "after", other: "gone" })).toBe(all);
  expect(moved(all, { slug: "a", side: "before", other: "a" })).toBe(all);
});
