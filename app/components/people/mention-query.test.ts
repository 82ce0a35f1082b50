import { expect, test } from "vitest";
import { mentionQuery, whoMatches } from "./mention-query";

test.each([
  ["@", 1, { start: 0, typed: "" }],
  ["hello @an", 9, { start: 6, typed: "an" }],
  ["(@Anna Le", 9, { start: 1, typed: "Anna Le" }],
  ["a\n@b", 4, { start: 2, typed: "b" }],
  ["@anna and more", 5, { start: 0, typed: "anna" }],
])("%j at %i: somebody is being mentioned", (text, caret, query) => {
  expect(mentionQuery(text, caret)).toEqual(query);
});

test.each([
  ["hello", 5],
  ["bob@example", 11],
  ["@ ", 2],
  ["@a\nb", 4],
])("%j at %i: nobody is", (text, caret) => {
  expect(mentionQuery(text, caret)).toBeNull();
});

test("people are found by any word of their name", () => {
  const people = ["Anna Lee", "Leo", "Ola"].map((name) => ({ name }));
  expect(whoMatches(people, "le")).toEqual([{ name: "Anna Lee" }, { name: "Leo" }]);
  expect(whoMatches(people, "anna l")).toEqual([{ name: "Anna Lee" }]);
  expect(whoMatches(people, "x")).toEqual([]);
  expect(whoMatches(people, "leo"), "nothing is left to choose").toEqual([]);
});
