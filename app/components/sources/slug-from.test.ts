import * as v from "valibot";
import { expect, test } from "vitest";
import { slug } from "../../../core/sources/definition";
import { slugFrom } from "./slug-from";

test.each([
  ["Exchange rates (ECB)", "exchange-rates-ecb"],
  ["Ærø & Øresund", "r-resund"],
  ["Tromsø été", "troms-ete"],
  ["  42 things!  ", "42-things"],
  ["…", ""],
])("%s becomes %s", (name, expected) => {
  expect(slugFrom(name)).toBe(expected);
});

test("what it suggests is a valid short name, also when it has to cut a long one between two words", () => {
  const suggested = slugFrom("A name that is cut right after a gap that follows");
  expect(v.is(slug, suggested)).toBe(true);
  expect(suggested.length).toBeLessThanOrEqual(32);
});
