import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { boardDocument, type Place } from "../core/boards/document";
import { GRID_COLUMNS } from "../core/boards/grid-columns";
import { boardPatterns } from "../core/boards/patterns";
import { starterBoard } from "./starter-board";
import { teamBoard } from "./team-board";

const viewing = { boardId: "b1", userId: "u1" };

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

describe.each([starterBoard, teamBoard])("the board $title", (board) => {
  const places = board.panels.map(({ place }) => place);

  test("is a valid document", () => {
    expect(v.parse(boardDocument, board)).toEqual(board);
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
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  });
});

test("each board reads its own sources, the states of all, and what is about people here", () => {
  const all = ["$sources.*", "$presence.b1", "$marks.b1"];
  const foreign = boardPatterns(starterBoard, viewing).filter((one) => !one.startsWith("node.") && !all.includes(one));
  expect(foreign).toEqual([]);
  expect(boardPatterns(teamBoard, viewing).toSorted()).toEqual(
    [...all, "$followed.u1", "$rooms.b1", "events.log", "team.note", "team.todo"].toSorted(),
  );
});
