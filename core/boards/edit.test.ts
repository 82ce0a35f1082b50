import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { readBoard } from "./board-text";
import { type BoardDocument, boardDocument, type Panel, type Place } from "./document";
import { type Edit, edited } from "./edit";
import { firstFreePlace } from "./first-free-place";
import { onPhone } from "./phone-layout";
import { placePanel } from "./place-panel";
import { overlaps } from "./settle";
import { anyBoard, anyEdit, anyPlace, IDS } from "./testing/any-board";

const stat = (id: string, x: number, y: number, w = 4, h = 3): Panel => ({
  id,
  type: "stat",
  title: id,
  key: "a.x",
  place: { x, y, w, h },
});
const section = (id: string, y: number): Panel => ({ id, type: "section", title: id, place: { x: 0, y, w: 12, h: 1 } });
const of = (...panels: Panel[]): BoardDocument => ({ schema: 1, title: "Board", panels });
const places = (panels: readonly Panel[]) => Object.fromEntries(panels.map(({ id, place }) => [id, place.y]));
const at = (panels: readonly Panel[], id: string) => panels.find((one) => one.id === id)?.place;

function areApart(panels: readonly Panel[]): boolean {
  return panels.every((one, i) => panels.slice(i + 1).every((other) => !overlaps(one.place, other.place)));
}

test("[ED1] whatever is done to a board, it stays a valid one on which no panel lies on another", () => {
  fc.assert(
    fc.property(anyBoard, fc.array(anyEdit, { maxLength: 12 }), (board, edits) => {
      const after = edits.reduce(edited, board);
      expect(readBoard(after)).toEqual({ ok: true, document: v.parse(boardDocument, after) });
      expect(areApart(after.panels)).toBe(true);
    }),
  );
});

test("[ED2] a panel is where it was put, as far as the grid goes", () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom(...IDS), anyPlace, (board, id, wanted) => {
      const place = at(placePanel(board.panels, id, wanted), id);
      if (!place) return;
      expect(place.y).toBe(Math.max(0, wanted.y));
      expect(place.w).toBe(Math.min(12, Math.max(1, wanted.w)));
      expect(place.x).toBe(Math.min(12 - place.w, Math.max(0, wanted.x)));
    }),
  );
});

test("[ED3] those under it go up where there is room, else down, and nobody else moves", () => {
  const board = [stat("a", 0, 0), stat("b", 0, 3), stat("c", 4, 0), stat("d", 0, 6)];
  expect(places(placePanel(board, "a", { x: 0, y: 3, w: 4, h: 3 }))).toEqual({ a: 3, b: 0, c: 0, d: 6 });
  expect(places(placePanel(board, "a", { x: 0, y: 2, w: 4, h: 3 }))).toEqual({ a: 2, b: 5, c: 0, d: 8 });
  expect(places(placePanel(board, "c", { x: 0, y: 0, w: 4, h: 3 }))).toEqual({ a: 3, b: 6, c: 0, d: 9 });
});

test("[ED4] a section takes along what is below it, down to the next one", () => {
  const board = [section("one", 0), stat("a", 0, 1), stat("b", 4, 1), section("two", 4), stat("c", 0, 5)];
  const after = placePanel(board, "two", { x: 0, y: 0, w: 12, h: 1 });
  expect(places(after)).toEqual({ two: 0, c: 1, one: 4, a: 5, b: 1 });
});

test("[ED5] a new panel takes the first room that is enough for it", () => {
  const board = [stat("a", 0, 0, 6), stat("b", 8, 0, 4), stat("c", 0, 3, 12)];
  expect(firstFreePlace(board, { w: 2, h: 3 })).toEqual({ x: 6, y: 0, w: 2, h: 3 });
  expect(firstFreePlace(board, { w: 4, h: 3 })).toEqual({ x: 0, y: 6, w: 4, h: 3 });
  expect(firstFreePlace([], { w: 4, h: 3 })).toEqual({ x: 0, y: 0, w: 4, h: 3 });
});

test("[ED6] on a phone panels have turns and heights of their own, and the grid stays as it is", () => {
  const board = of(stat("a", 0, 0), stat("b", 4, 0), stat("c", 0, 3));
  const order = ({ panels }: BoardDocument) => onPhone(panels).map(({ panel, place }) => `${panel.id}${place.h}`);
  const put = (id: string, place: Pick<Place, "y" | "h">): Edit => ({
    type: "place",
    id,
    place: { x: 0, w: 12, ...place },
    on: "phone",
  });
  expect(order(board)).toEqual(["a3", "b3", "c3"]);
  const up = edited(board, put("c", { y: 2, h: 5 }));
  expect(order(up)).toEqual(["a3", "c5", "b3"]);
  expect(order(edited(up, put("a", { y: 5, h: 3 })))).toEqual(["c5", "a3", "b3"]);
  expect(order(edited(up, put("c", { y: 3, h: 4 })))).toEqual(["a3", "c4", "b3"]);
  expect(up.panels.map(({ place }) => place)).toEqual(board.panels.map(({ place }) => place));
});

test("[ED7] closing the gaps moves panels up, each in its columns", () => {
  const { panels } = edited(of(stat("a", 0, 4), stat("b", 4, 2), stat("c", 0, 9, 8)), { type: "close-gaps" });
  expect(places(panels)).toEqual({ a: 0, b: 0, c: 3 });
});
