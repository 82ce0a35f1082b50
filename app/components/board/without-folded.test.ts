import { expect, test } from "vitest";
import type { Panel } from "../../../core/boards/document";
import { withoutFolded } from "./without-folded";

const section = (id: string, y: number): Panel => ({ id, type: "section", title: id, place: { x: 0, y, w: 12, h: 1 } });
const text = (id: string, y: number, h = 4): Panel => ({
  id,
  type: "text",
  title: id,
  text: "",
  place: { x: 0, y, w: 6, h },
});
const board = [
  text("top", 0),
  section("one", 4),
  text("a", 5),
  text("b", 9, 6),
  section("two", 15),
  text("c", 16),
  section("end", 20),
];
const shown = (...folded: string[]) =>
  withoutFolded(board, ({ id }) => folded.includes(id)).map(({ id, place }) => `${id} ${place.y}`);

test("[PK7] a folded section hides what is below it down to the next one, and the rest moves up", () => {
  expect(shown()).toEqual(["top 0", "one 4", "a 5", "b 9", "two 15", "c 16", "end 20"]);
  expect(shown("one")).toEqual(["top 0", "one 4", "two 5", "c 6", "end 10"]);
  expect(shown("two")).toEqual(["top 0", "one 4", "a 5", "b 9", "two 15", "end 16"]);
  expect(shown("one", "two")).toEqual(["top 0", "one 4", "two 5", "end 6"]);
});

test("what does not move stays the same object", () => {
  expect(withoutFolded(board, () => false)).toEqual(board);
  expect(withoutFolded(board, ({ id }) => id === "one")[0]).toBe(board[0]);
});
