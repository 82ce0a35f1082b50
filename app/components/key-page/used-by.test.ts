import { expect, test } from "vitest";
import type { BoardDocument, Panel } from "../../../core/boards/document";
import { panelsUsing } from "./used-by";

const place = { x: 0, y: 0, w: 3, h: 3 };
const board = (...panels: Panel[]): { slug: string; document: BoardDocument } => ({
  slug: "ops",
  document: { schema: 1, title: "Ops", panels },
});

test("a key is used by panels that name it, match it, work with it, or would with a value of a variable", () => {
  const boards = [
    board(
      { id: "a", type: "stat", title: "Load", key: "node.load.1", place },
      { id: "b", type: "line", title: "Loads", series: [{ key: "node.load.*" }], place },
      { id: "c", type: "stat", title: "Half", key: "= {node.load.1} / 2", place },
      { id: "d", type: "stat", title: "Any", key: "$host.load.1", place },
      { id: "e", type: "stat", title: "One", key: "node.$what.1", place },
      { id: "f", type: "stat", title: "Else", key: "node.load.5", place },
      { id: "g", type: "status", title: "Sources", place },
    ),
  ];
  expect(panelsUsing("node.load.1", boards).map(({ panel }) => panel)).toEqual(["a", "b", "c", "d", "e"]);
  expect(panelsUsing("shop.orders", boards)).toEqual([]);
});
