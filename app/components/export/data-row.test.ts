import { expect, test } from "vitest";
import type { Json } from "../../../core/json";
import type { ShownSeries } from "../panels/values/shown-value";
import { csvText } from "./csv-text.client";
import { dataRows } from "./data-row";
import { fileName } from "./file-name";

const shown = (id: string, value: Json, more: Partial<ShownSeries> = {}): ShownSeries => ({
  id,
  name: id,
  unit: undefined,
  value,
  at: 500,
  isSeries: false,
  points: [],
  slugs: [],
  ...more,
});
const bounds = { from: 100, to: 200 };

test("[EX1] a series gives the points of the range, gaps too; one that did not change there its value", () => {
  const points = [
    [50, 1],
    [100, 2],
    [150, null],
    [201, 3],
  ] as const;
  const rows = dataRows(
    [shown("a.x", 3, { isSeries: true, unit: "bytes", points: points.map(([a, b]) => [a, b]) })],
    bounds,
  );
  expect(rows.map(({ at, value, unit }) => [at, value, unit])).toEqual([
    [100, 2, "bytes"],
    [150, null, "bytes"],
  ]);
  expect(dataRows([shown("a.x", 7, { isSeries: true, points: [[50, 7]] })], bounds)).toMatchObject([
    { at: 500, value: 7 },
  ]);
});

test("[EX1] events of the range, rows of a list, messages of a room and sources are a row each", () => {
  const events = [
    { id: 1, at: 50, data: "before" },
    { id: 2, at: 120, data: { text: "inside" } },
  ];
  const list = [{ id: "1", text: "Buy milk", done: true }];
  const said = [{ id: 1, by: { id: "u", name: "Ada" }, at: 90, text: "Hello" }];
  const rows = dataRows(
    [
      shown("a.log", events),
      shown("a.list", list),
      shown("$rooms.b", said),
      shown("$sources.a", { state: "ok", name: "Node", interval: 1, keys: 1 }),
      shown("a.text", "up"),
    ],
    bounds,
  );
  expect(rows.map(({ at, name, value }) => [at, name, value])).toEqual([
    [120, "a.log", { text: "inside" }],
    [500, "Buy milk", "done"],
    [90, "Ada", "Hello"],
    [500, "Node", "ok"],
    [500, "a.text", "up"],
  ]);
});

test("[EX1] objects of a list are a row for each member, called by both", () => {
  const homes = [{ id: "r0", price: 100, "sold at": null }, { price: 90 }];
  expect(dataRows([shown("a.homes", homes)], bounds).map(({ name, value }) => [name, value])).toEqual([
    ["r0 id", "r0"],
    ["r0 price", 100],
    ["r0 sold at", null],
    ["#1 price", 90],
  ]);
});

test("[EX2] a line each, times in UTC, and no text that a spreadsheet would run", () => {
  const own = { at: Date.UTC(2026, 10, 21, 12), key: "a.x", name: "=1+1", unit: "%", panel: "Load, all" };
  expect(csvText([own].map((row) => ({ ...row, value: -3.5 }))).split("\r\n")).toEqual([
    "time,panel,key,name,unit,value",
    `2026-11-21T12:00:00.000Z,"Load, all",a.x,"'=1+1",%,-3.5`,
  ]);
  const values: Json[] = [null, true, "@SUM(A1)", { a: [1] }];
  expect(
    csvText(values.map((value) => ({ ...own, name: "n", value })))
      .split("\r\n")
      .slice(1)
      .map((line) => line.split("%,")[1]),
  ).toEqual(["", "true", `"'@SUM(A1)"`, `"{""a"":[1]}"`]);
});

test("[EX2] a file is named by what is in it and by the range, in UTC", () => {
  const range = { from: Date.UTC(2026, 10, 21, 9, 5), to: Date.UTC(2026, 10, 21, 10, 5, 59) };
  expect(fileName(["This machine", "CPU: all / cores"], range, "csv")).toBe(
    "this-machine_cpu-all-cores_20261121T0905Z_20261121T1005Z.csv",
  );
  expect(fileName(["Überblick", "…"], null, "png")).toBe("überblick.png");
});
