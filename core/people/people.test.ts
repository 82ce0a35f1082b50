import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { followed } from "./followed";
import { members } from "./members";
import { inbox, room, toInbox, toRoom } from "./message";
import { presence } from "./presence";

const anna = { id: "u1", name: "Anna" };

describe("the values of keys about people", () => {
  test("are lists", () => {
    for (const value of [room, inbox, presence, members, followed]) {
      expect(v.is(value, [])).toBe(true);
      expect(v.is(value, {})).toBe(false);
    }
  });

  test("hold who, when and what", () => {
    const said = { id: 7_000, by: anna, at: 1, text: "hello" };
    expect(v.parse(room, [said])).toEqual([said]);
    expect(v.parse(inbox, [{ ...said, board: "b1", seen: true }])).toHaveLength(1);
    expect(v.parse(presence, [{ ...anna, since: 1, places: [{ panel: "cpu", editing: true }] }])).toHaveLength(1);
    expect(v.is(members, [{ ...anna, role: "guest" }])).toBe(false);
    expect(v.is(followed, ["node.*", "no pattern"])).toBe(false);
  });
});

describe("what people append", () => {
  test.each([{ text: "hello" }, { of: 7_000, text: "hallo" }, { of: 7_000, text: null }])("to a room: %o", (data) => {
    expect(v.is(toRoom, data)).toBe(true);
  });

  test.each([{ text: "hello" }, { of: 7_000, text: null }, { seen: 7_000 }])("to an inbox: %o", (data) => {
    expect(v.is(toInbox, data)).toBe(true);
  });

  test.each([{ text: " \n" }, { text: "x".repeat(2_001) }, {}, { text: "a", by: anna }, "hello", null])(
    "not %o",
    (data) => {
      expect(v.is(toRoom, data)).toBe(false);
      expect(v.is(toInbox, data)).toBe(false);
    },
  );
});
