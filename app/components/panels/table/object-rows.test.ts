import { describe, expect, test } from "vitest";
import { keepRows, membersOf, objectRows } from "./object-rows";

const kinds = (rows: Parameters<typeof objectRows>[0]) =>
  Object.fromEntries(membersOf(objectRows(rows) ?? []).map(({ name, kind }) => [name, kind]));

test("a list of objects is rows, an empty one none; anything else is no table", () => {
  expect(objectRows([])).toEqual([]);
  expect(objectRows([{ a: 1 }, {}])?.length).toBe(2);
  for (const value of [null, 1, "a", {}, [1], [{ a: 1 }, null], [[1]]]) expect(objectRows(value)).toBeNull();
});

describe("a row is known by what names it", () => {
  test("its id, key or name; a second one of that name, and one without, by its place", () => {
    const rows = objectRows([{ id: 7 }, { key: "k" }, { name: "n" }, { id: 7 }, { a: 1 }]) ?? [];
    expect(rows.map(({ id }) => id)).toEqual(["7", "k", "n", "#3", "#4"]);
  });

  test("and stays the same row where its object has", () => {
    const [one, two] = [{ id: 1 }, { id: 2 }];
    const before = objectRows([one, two]) ?? [];
    const after = keepRows(before, objectRows([{ id: 3 }, two, { id: 1, more: true }]) ?? []);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).not.toBe(before[0]);
  });
});

describe("members become columns", () => {
  test("in the order in which they appear, each once, at most 24", () => {
    expect(membersOf(objectRows([{ a: 1 }, { b: 1, a: 2 }]) ?? []).map(({ name }) => name)).toEqual(["a", "b"]);
    const wide = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`m${i}`, i]));
    expect(membersOf(objectRows([wide]) ?? [])).toHaveLength(24);
  });

  test("of a kind, where all values are of it; null is of each", () => {
    const row = { n: 1, yes: true, at: "2026-11-21T12:00:00Z", url: "https://a.example/b", text: "a", deep: { a: 1 } };
    expect(kinds([row, { n: null, at: null }])).toEqual({
      n: "number",
      yes: "boolean",
      at: "time",
      url: "link",
      text: "text",
      deep: "nested",
    });
    expect(
      kinds([
        { a: 1, b: "x" },
        { a: "1", b: [1] },
      ]),
    ).toEqual({ a: "text", b: "nested" });
    expect(kinds([{ a: "2026-13-99T99:99:00Z", b: "http://", c: "javascript:alert(1)", d: null }])).toEqual({
      a: "text",
      b: "text",
      c: "text",
      d: "text",
    });
  });
});
