import { expect, test } from "vitest";
import type { BoardDocument } from "../../../core/boards/document";
import { boardsUsing } from "./used-by";

const place = { x: 0, y: 0, w: 4, h: 4 };
const board: BoardDocument = {
  schema: 1,
  title: "Overview",
  panels: [
    { id: "a", type: "stat", title: "CPU", place, key: "node.cpu" },
    { id: "b", type: "line", title: "Both", place, series: [{ key: "node.cpu.*" }, { key: "fx.eur" }] },
    { id: "c", type: "table", title: "All", place, keys: ["*"] },
    { id: "d", type: "status", title: "Sources", place },
    { id: "e", type: "stat", title: "Share", place, key: "= {shop.$till.sales} / sum({shop.*.sales})" },
    { id: "f", type: "stat", title: "Of any", place, key: "$source.load" },
  ],
};

const using = (source: string) => boardsUsing(source, [{ slug: "overview", document: board }]);

test("names a panel once for each source that it names", () => {
  expect(using("node")).toEqual([{ slug: "overview", title: "Overview", panels: ["CPU", "Both"] }]);
  expect(using("fx")).toMatchObject([{ panels: ["Both"] }]);
});

test("sees into formulas; a source that a variable names is not one", () => {
  expect(using("shop")).toMatchObject([{ panels: ["Share"] }]);
  expect(using("$source")).toEqual([]);
});

test("takes no slug for the beginning of another, nor an open pattern for a use", () => {
  expect(using("no")).toEqual([]);
  expect(using("other")).toEqual([]);
});
