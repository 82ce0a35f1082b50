import { expect, test } from "vitest";
import { groupedBoards } from "./grouped-boards";
import type { ListedBoard } from "./listed-board";

const board = (id: string, folder = ""): ListedBoard => ({
  id,
  slug: id,
  title: `Board ${id}`,
  panels: 1,
  folder,
  changedAt: 0,
  changedBy: "",
  thumbnail: null,
});
const shown = (...asked: Parameters<typeof groupedBoards>) =>
  groupedBoards(...asked).map(({ name, boards }) => [name, boards.map(({ id }) => id).join("")]);

test("[BL2] boards are listed with the starred ones first, then by folder, then the rest, each in its order", () => {
  const boards = [board("c"), board("b", "Ops"), board("a", "Art"), board("d", "Ops")];
  expect(shown(boards, "", new Set(["d"]))).toEqual([
    ["Starred", "d"],
    ["Art", "a"],
    ["Ops", "b"],
    ["", "c"],
  ]);
  expect(shown(boards, "ops b", new Set())).toEqual([["Ops", "bd"]]);
  expect(shown(boards, "nothing", new Set(["a"]))).toEqual([]);
});
