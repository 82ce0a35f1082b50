import { expect, test } from "vitest";
import { boardDocument, GRID_COLUMNS, type Place, patternsOf } from "../core/boards/document";
import { starterBoard } from "./starter-board";

const places = starterBoard.panels.map(({ place }) => place);

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

test("is a valid document", () => {
  expect(boardDocument.parse(starterBoard)).toEqual(starterBoard);
});

test("fits the grid, and no two panels lie on each other", () => {
  expect(places.every(({ x, w }) => x + w <= GRID_COLUMNS)).toBe(true);
  expect(places.flatMap((a, i) => places.slice(i + 1).filter((b) => overlap(a, b)))).toEqual([]);
});

test("has no hole: every row of the grid is filled to the edge", () => {
  const area = places.reduce((sum, { w, h }) => sum + w * h, 0);
  expect(area).toBe(GRID_COLUMNS * Math.max(...places.map(({ y, h }) => y + h)));
});

test("names each panel once", () => {
  expect(new Set(starterBoard.panels.map(({ id }) => id)).size).toBe(starterBoard.panels.length);
});

test("reads this machine and the states of the sources, nothing else", () => {
  const foreign = starterBoard.panels
    .flatMap((panel) => patternsOf(panel, { boardId: "b1", userId: "u1" }))
    .filter((one) => !/^(node\.|\$sources\.\*$)/.test(one));
  expect(foreign).toEqual([]);
});
