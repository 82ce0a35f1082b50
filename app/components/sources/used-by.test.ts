import { expect, test } from "vitest";
import type { BoardDocument } from "../../../core/boards/document";
import { panelsUsing } from "./used-by";

const place = { x: 0, y: 0, w: 4, h: 4 };
const board: BoardDocument = {
  schema: 1,
  title: "Overview",
  panels: [
    { id: "a", type: "stat", title: "CPU", place, key: "node.cpu" },
    { id: "b", type: "line", title: "Both", place, series: [{ key: "node.cpu.*" }, { key: "fx.eur" }] },
    { id: "c", type: "table", title: "All", place, keys: ["*"] },
    { id: "d", type: "status", title: "Sources", place },
  ],
};

test("counts a panel once for each source that it names", () => {
  expect(panelsUsing("node", board)).toBe(2);
  expect(panelsUsing("fx", board)).toBe(1);
});

test("takes no slug for the beginning of another, nor an open pattern for a use", () => {
  expect(panelsUsing("no", board)).toBe(0);
  expect(panelsUsing("other", board)).toBe(0);
});
