import { expect, test } from "vitest";
import { freeSlug, isReservedSlug, slugOf } from "./slug";

test.each([
  ["Harbour", "harbour"],
  ["Harbour Watch", "harbour-watch"],
  ["  --Harbour!!  ", "harbour"],
  ["Århus Fjörð", "arhus-fjor"],
  ["ﬁne №1", "fine-no1"],
  ["a/../b", "a-b"],
  ["x".repeat(50), "x".repeat(32)],
  [`${"x".repeat(31)} y`, "x".repeat(31)],
])("%j becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test.each(["", "   ", "!!!", "日本"])("nothing is left of %j", (name) => {
  expect(slugOf(name)).toBeNull();
});

test.each(["share", "new", "api", "live"])("%s is reserved", (slug) => {
  expect(isReservedSlug(slug)).toBe(true);
});

test("an ordinary name is not reserved", () => {
  expect(isReservedSlug("harbour")).toBe(false);
});

test("takes the first free number", () => {
  expect(freeSlug("harbour", new Set())).toBe("harbour");
  expect(freeSlug("harbour", new Set(["harbour"]))).toBe("harbour-2");
  expect(freeSlug("harbour", new Set(["harbour", "harbour-2"]))).toBe("harbour-3");
});

test("a number never makes a slug too long", () => {
  const long = "x".repeat(32);
  expect(freeSlug(long, new Set([long]))).toBe(`${"x".repeat(30)}-2`);
});
