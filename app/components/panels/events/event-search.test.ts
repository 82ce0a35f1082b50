import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Json } from "../../../../core/json";
import { eventSearch } from "./event-search";

const all: Json[] = [
  "GET /health?a=b 200",
  { text: "Mail is down", status: 502, host: "mail.example" },
  { message: "Mail is back", status: 200, note: "took 5 min" },
  { status: 51 },
  [1, 2],
];
const found = (typed: string) =>
  all.flatMap((data, i) => (eventSearch(typed)?.finds({ id: i, at: 0, data }) === false ? [] : [i]));

test("nothing typed is no search", () => {
  expect(eventSearch("")).toBeNull();
  expect(eventSearch("  ")).toBeNull();
});

test("all words, in any order and in capitals or not", () => {
  expect(found("mail")).toEqual([1, 2]);
  expect(found("BACK mail")).toEqual([2]);
  expect(found("(1|2)")).toEqual([]);
  expect(found("[1,2]")).toEqual([4]);
});

test("name=value is exact where there is such a member, and a text like any other elsewhere", () => {
  expect(found("status=502")).toEqual([1]);
  expect(found("status=5")).toEqual([]);
  expect(found("HOST=mail.example")).toEqual([1]);
  expect(found("host=Mail.Example mail")).toEqual([1]);
  expect(found('note="took 5 min"')).toEqual([2]);
  expect(found("a=b")).toEqual([0]);
});

test("what was looked for is marked", () => {
  const marked = eventSearch("mail down.")?.marked ?? /$/g;
  expect("Mail goes down. MAIL".split(marked)).toEqual(["", " goes ", " ", ""]);
});

property.prop([fc.string()])("whatever is typed is a search or none", (typed) => {
  expect(() => eventSearch(typed)?.finds({ id: 1, at: 0, data: typed })).not.toThrow();
});
