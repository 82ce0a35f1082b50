import { expect, test } from "vitest";
import { draggedPlace, type Grip, roomBelow } from "./dragged-place";

/** 12 columns of 92 px and the gaps between them. */
const WIDTH = 12 * 92 + 11 * 8;
const COLUMN = 100;
const ROW = 40;
const place = { x: 4, y: 5, w: 3, h: 4 };
const drag = (grip: Grip, columns: number, rows: number) =>
  draggedPlace(place, grip, { x: columns * COLUMN, y: rows * ROW }, WIDTH);

test("[EH6] a dragged panel lies in the nearest cells, and never beyond an edge", () => {
  expect(drag("move", 2, -3)).toEqual({ x: 6, y: 2, w: 3, h: 4 });
  expect(drag("move", 0.4, 0.6)).toEqual({ x: 4, y: 6, w: 3, h: 4 });
  expect(drag("move", 20, -20)).toEqual({ x: 9, y: 0, w: 3, h: 4 });
});

test("[EH6] a dragged edge moves alone, to the end of the grid at most and one cell at least", () => {
  expect(drag("se", 2, 1)).toEqual({ x: 4, y: 5, w: 5, h: 5 });
  expect(drag("nw", -2, -1)).toEqual({ x: 2, y: 4, w: 5, h: 5 });
  expect(drag("w", 9, 0)).toEqual({ x: 6, y: 5, w: 1, h: 4 });
  expect(drag("e", 20, 9)).toEqual({ x: 4, y: 5, w: 8, h: 4 });
  expect(drag("w", -20, 0)).toEqual({ x: 0, y: 5, w: 7, h: 4 });
  expect(drag("n", 0, -20)).toEqual({ x: 4, y: 0, w: 3, h: 9 });
});

test("[EH7] a panel is dragged down to below the lowest of the others, and no further", () => {
  const others = [
    { x: 0, y: 0, w: 12, h: 5 },
    { x: 0, y: 9, w: 2, h: 3 },
  ];
  expect(roomBelow(place, others, WIDTH)).toBe(7 * ROW);
  expect(roomBelow({ ...place, y: 30 }, others, WIDTH)).toBe(0);
  expect(roomBelow(place, [], WIDTH)).toBe(0);
});
