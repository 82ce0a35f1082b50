import { describe, expect, test } from "vitest";
import { followed } from "./followed";
import { members } from "./members";
import { inbox, room, toInbox, toRoom } from "./message";
import { presence } from "./presence";

const anna = { id: "u1", name: "Anna" };

describe("the values of keys about people", () => {
  test("are lists", () => {
    for (const value of [room, inbox, presence, members, followed]) {
      expect(value.safeParse([]).success).toBe(true);
      expect(value.safeParse({}).success).toBe(false);
    }
  });

  test("hold who, when and what", () => {
    const said = { id: 7_000, by: anna, at: 1, text: "hello" };
    expect(room.parse([said])).toEqual([said]);
    expect(inbox.parse([{ ...said, board: "b1", seen: true }])).toHaveLength(1);
    expect(presence.parse([{ ...anna, since: 1, places: [{ panel: "cpu", editing: true }] }])).toHaveLength(1);
    expect(members.safeParse([{ ...anna, role: "guest" }]).success).toBe(false);
    expect(followed.safeParse(["node.*", "no pattern"]).success).toBe(false);
  });
});

describe("what people append", () => {
  test.each([{ text: "hello" }, { of: 7_000, text: "hallo" }, { of: 7_000, text: null }])("to a room: %o", (data) => {
    expect(toRoom.safeParse(data).success).toBe(true);
  });

  test.each([{ text: "hello" }, { of: 7_000, text: null }, { seen: 7_000 }])("to an inbox: %o", (data) => {
    expect(toInbox.safeParse(data).success).toBe(true);
  });

  test.each([{ text: " \n" }, { text: "x".repeat(2_001) }, {}, { text: "a", by: anna }, "hello", null])(
    "not %o",
    (data) => {
      expect(toRoom.safeParse(data).success).toBe(false);
      expect(toInbox.safeParse(data).success).toBe(false);
    },
  );
});
