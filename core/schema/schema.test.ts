import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { dictionary } from "./dictionary";
import { finite } from "./finite";
import { isoTime } from "./iso-time";
import { listOf } from "./list-of";
import { pathOf } from "./path-of";
import { plainWords } from "./plain-words";
import { readAs } from "./read-as";
import { saidByMember } from "./said-by-member";
import { strictObject } from "./strict-object";
import { whole } from "./whole";

/** Each issue as `path: sentence`. */
function told(schema: v.GenericSchema, value: unknown): string[] {
  const { issues = [] } = v.safeParse(schema, value, plainWords);
  return issues.map((issue) => `${pathOf(issue).join(".")}: ${issue.message}`);
}

test("[SC1] a number is finite, and a whole one is held exactly", () => {
  expect([1.5, -0, 1e308].every((one) => v.is(finite(), one))).toBe(true);
  for (const one of [JSON.parse("1e999"), Number.NaN, "1", null]) expect(v.is(finite(), one)).toBe(false);
  expect(v.is(whole(), 2 ** 53 - 1)).toBe(true);
  for (const one of [2 ** 53, 1.5, Number.POSITIVE_INFINITY]) expect(v.is(whole(), one)).toBe(false);
});

describe("[SC2] names that others choose", () => {
  const numbers = dictionary(v.pipe(v.string(), v.maxLength(11, "Too long.")), finite());

  test("those of an object's prototype are members like others, and __proto__ sets none", () => {
    const read = v.parse(numbers, JSON.parse('{"constructor": 1, "prototype": 2, "toString": 3, "__proto__": 4}'));
    expect(Object.entries(read)).toEqual([
      ["constructor", 1],
      ["prototype", 2],
      ["toString", 3],
    ]);
    const any = v.parse(dictionary(v.string(), v.unknown()), JSON.parse('{"__proto__": {"isAdmin": true}}'));
    expect(Object.getPrototypeOf(any)).toBe(Object.prototype);
  });

  test("what does not fit is told by its name", () => {
    expect(told(v.object({ in: numbers }), { in: { a: 1, b: "2", "twelve chars": 3 } })).toEqual([
      "in.b: Not a number.",
      "in.twelve chars: Too long.",
    ]);
  });

  test.each([[[1]], [null], ["text"], [undefined]])("%j is none", (value) => {
    expect(v.is(numbers, value)).toBe(false);
  });
});

describe("[SC3] sentences without code or the value", () => {
  const schema = v.strictObject({
    text: v.pipe(v.string(), v.minLength(2), v.maxLength(4)),
    list: v.optional(v.pipe(v.array(finite()), v.maxLength(1))),
    kind: v.optional(v.picklist(["a", "b"])),
    one: v.optional(v.literal(1)),
    size: v.optional(v.pipe(whole(), v.minValue(1), v.maxValue(9))),
    on: v.optional(v.boolean()),
    either: v.optional(v.union([v.string(), v.boolean()])),
    own: v.optional(v.string("Ours.")),
  });

  test.each([
    [{}, "text: It is missing."],
    [{ text: 1 }, "text: Not a text."],
    [{ text: "a" }, "text: At least 2 characters."],
    [{ text: "abcde" }, "text: At most 4 characters."],
    [{ text: "ab", list: {} }, "list: Not a list."],
    [{ text: "ab", list: [1, 2] }, "list: At most 1 of them."],
    [{ text: "ab", list: ["x"] }, "list.0: Not a number."],
    [{ text: "ab", kind: "secret" }, 'kind: Not one of "a", "b".'],
    [{ text: "ab", one: 2 }, "one: Not 1."],
    [{ text: "ab", size: 0 }, "size: At least 1."],
    [{ text: "ab", size: 10 }, "size: At most 9."],
    [{ text: "ab", size: 1.5 }, "size: Not a whole number."],
    [{ text: "ab", on: "yes" }, "on: Neither true nor false."],
    [{ text: "ab", either: 1 }, "either: It does not fit."],
    [{ text: "ab", own: 1 }, "own: Ours."],
    [{ text: "ab", more: 1 }, "more: There is nothing of this name."],
    [[], "text: It is missing."],
    ["secret", ": Not an object."],
  ])("%j", (value, sentence) => {
    expect(told(schema, value)).toEqual([sentence]);
  });

  test("a variant names its kinds", () => {
    const either = v.variant("is", [v.object({ is: v.literal("a") }), v.object({ is: v.literal("b") })]);
    expect(told(either, { is: "c" })).toEqual(['is: Not one of "a", "b".']);
    expect(told(either, {})).toEqual(["is: It is missing."]);
  });
});

test("[SC4] of a member that is missing an object says what the member says", () => {
  const entries = { url: v.pipe(v.string("Give the address."), v.minLength(9)), more: v.string() };
  const schema = v.object(entries, saidByMember(entries, "Not settings."));
  expect(told(schema, { other: 1 })).toEqual(["url: Give the address.", "more: It is missing."]);
  expect(told(schema, 1)).toEqual([": Not settings."]);
});

describe("[SC6] an object of these members and no others", () => {
  const schema = strictObject({ a: v.optional(v.string()), b: v.optional(finite(), 7) }, "Not settings.", "No such.");

  test.each([[[]], [["a"]], [null], ["text"], [1]])("%j is none, though no member has to be there", (value) => {
    expect(told(schema, value)).toEqual([": Not settings."]);
  });

  test("each member that it does not have is told, those of an object's prototype as well, beside what else is wrong", () => {
    expect(v.parse(schema, {})).toEqual({ b: 7 });
    const much = '{"x": 1, "a": 2, "__proto__": {}, "constructor": 3, "prototype": 4, "toString": 5}';
    expect(told(schema, JSON.parse(much))).toEqual([
      "a: Not a text.",
      "x: No such.",
      "__proto__: No such.",
      "constructor: No such.",
      "prototype: No such.",
      "toString: No such.",
    ]);
  });

  test("who wants one issue gets one", () => {
    const holder = strictObject({ in: v.array(v.string()), other: v.string() });
    const read = v.safeParse(holder, { in: [1, 2, 3] }, { abortEarly: true });
    expect(read.issues?.map(({ message }) => message)).toEqual(["Not a text."]);
  });

  test("what is wrong within it is told by its path", () => {
    const holder = strictObject({ in: v.array(schema) });
    expect(told(holder, { in: [{ a: "1" }, { b: "2", c: 3 }] })).toEqual(["in.1.b: Not a number.", "in.1.c: No such."]);
    expect(told(holder, {})).toEqual(["in: It is missing."]);
  });
});

test("[SC5] what does not fit is read as nothing, whatever of it did", () => {
  const schema = v.object({ a: v.string(), b: v.string() });
  expect(readAs(schema, { a: "1", b: "2", c: "3" })).toEqual({ a: "1", b: "2" });
  expect(readAs(schema, { a: "1" })).toBeUndefined();
});

test("[SC8] of a list that is too long nothing is said but that", () => {
  const pair = v.object({ pair: listOf(v.string(), 2) });
  expect(told(pair, { pair: ["a", 1] })).toEqual(["pair.1: Not a text."]);
  expect(told(pair, { pair: [1, 2, 3] })).toEqual(["pair: At most 2 of them."]);
  expect(told(pair, { pair: {} })).toEqual(["pair: Not a list."]);
  expect(told(pair, {})).toEqual(["pair: It is missing."]);
});

describe("[SC7] ISO 8601", () => {
  test.each([
    ["2026-11-21", Date.UTC(2026, 10, 21)],
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["2026-11-21T10:00", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21T10:00Z", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21T10:00:05.25+01:30", Date.UTC(2026, 10, 21, 8, 30, 5, 250)],
    ["2026-11-21T23:59:59.123456789Z", Date.UTC(2026, 10, 21, 23, 59, 59, 123)],
    ["1969-12-31T23:59:59-00:00", -1_000],
  ])("%s", (text, at) => {
    expect(isoTime(text)).toBe(at);
  });

  test.each([
    "2026-02-29",
    "2026-02-30",
    "2100-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-1-1",
    "20260101",
    "2026-W01-1",
    "+010000-01-01",
    "12026-01-01",
    "2026-01-01\n",
    " 2026-01-01",
    "2026-01-01Z",
    "",
    "2026-01-01T",
    "2026-01-01T10",
    "2026-01-01T24:00Z",
    "2026-01-01T25:00Z",
    "2026-01-01T10:60Z",
    "2026-01-01T23:59:60Z",
    "2026-01-01T10:00:00.Z",
    "2026-01-01T10:00:00,5Z",
    "2026-01-01t10:00z",
    "2026-01-01 10:00Z",
    "2026-01-01T10:00+24:00",
    "2026-01-01T10:00+0100",
    "2026-01-01T10:00+01:60",
  ])("%j is no time", (text) => {
    expect(isoTime(text)).toBeNull();
  });
});
