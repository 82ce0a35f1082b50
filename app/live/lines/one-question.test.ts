import { expect, it } from "vitest";
import { covers } from "../../../core/keys/pattern";
import { oneQuestion } from "./one-question";

const BYTES = 6_144;
const many = (name: (i: number) => string, count = 65) => Array.from({ length: count }, (_, i) => name(i));

it("asks for what is wanted, each once", () => {
  expect(oneQuestion(["a.x", "b.*", "a.x", "$sources.*"], BYTES)).toEqual(["a.x", "b.*", "$sources.*"]);
});

it.each([
  ["of a source", [...many((i) => `a.k${i}`), "b.x", "$boards.1", "$members"], ["a.*", "b.*", "$boards.*", "$members"]],
  ["of too many sources", [...many((i) => `s${i}.x`), "$sources.s1"], ["*", "$sources.*"]],
  ["of any source", [...many((i) => `*.k${i}`), "a.b.*"], ["*", "a.*"]],
])("asks for all keys %s where there are more patterns than one question may have", (_, patterns, question) => {
  expect(oneQuestion(patterns, BYTES)).toEqual(question);
  for (const pattern of patterns) expect(question.some((wide) => covers(wide, pattern))).toBe(true);
});

it("keeps to the bytes that the server takes", () => {
  expect(oneQuestion(["a.long-name", "a.other-name"], 29)).toEqual(["a.long-name", "a.other-name"]);
  expect(oneQuestion(["a.long-name", "a.other-name"], 28)).toEqual(["a.*"]);
});
