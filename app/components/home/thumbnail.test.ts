import { expect, test } from "vitest";
import type { BoardDocument } from "../../../core/boards/document";
import { thumbnailOf, thumbnailPatterns } from "./thumbnail";

const stat = (id: string, key: string, x: number, y: number) =>
  ({ id, type: "stat", title: id, key, place: { x, y, w: 2, h: 3 } }) as const;
const board = (panels: BoardDocument["panels"]): BoardDocument => ({ schema: 1, title: "Overview", panels });

test("a board is stood for by its first number in reading order", () => {
  const panels = [stat("Load", "node.load.1", 4, 0), stat("Memory", "node.mem", 0, 3), stat("CPU", "node.cpu", 0, 0)];
  expect(thumbnailOf(board(panels))).toEqual({ key: "node.cpu", title: "CPU" });
});

test("a number that is a pattern, a formula or a variable's, and a board without numbers, give none", () => {
  expect(thumbnailOf(board([stat("Any", "node.cpu.*", 0, 0)]))).toBeNull();
  const others = [stat("One", "node.$host.cpu", 0, 0), stat("Sum", "= sum({node.*.cpu})", 2, 0)];
  expect(thumbnailOf(board(others))).toBeNull();
  expect(thumbnailOf(board([]))).toBeNull();
});

test("asks for each value and each source's state once", () => {
  const cpu = { key: "node.cpu", title: "CPU" };
  const memory = { key: "node.mem", title: "Memory" };
  expect(thumbnailPatterns([cpu, null, memory, cpu])).toEqual(["node.cpu", "node.mem", "$sources.node"]);
});
