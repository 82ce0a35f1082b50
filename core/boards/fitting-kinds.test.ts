import * as v from "valibot";
import { expect, test } from "vitest";
import { asKind, panelOfKeys } from "./as-kind";
import { type Panel, panel as panelSchema } from "./document";
import { fittingKinds, type ToShow } from "./fitting-kinds";
import { placeAsKind } from "./place-as-kind";
import { shownBy } from "./shown-by";

const number: ToShow = { kind: "series", value: 4 };
const text: ToShow = { kind: "value", value: "2.14.0" };
const stream: ToShow = { kind: "stream", value: [] };
const rows: ToShow = { kind: "value", value: [{ id: "a", text: "Ring", done: false }] };
const records: ToShow = { kind: "value", value: [{ name: "a" }] };

test("[FK1] only kinds that can show the values are offered, what suits them best first", () => {
  expect(fittingKinds([number])).toEqual(["stat", "line", "gauge", "bar", "grid", "table"]);
  expect(fittingKinds([number, number])).toEqual(["line", "bar", "pie", "grid", "table"]);
  expect(fittingKinds([text])).toEqual(["stat", "note", "grid", "table"]);
  expect(fittingKinds([text, number])).toEqual(["grid", "table"]);
  expect(fittingKinds([stream])).toEqual(["events"]);
  expect(fittingKinds([rows])).toEqual(["list", "table"]);
  expect(fittingKinds([records])).toEqual(["table", "list"]);
  expect(fittingKinds([{ kind: "value", value: { a: 1 } }])).toEqual(["stat", "grid", "table"]);
});

test("[FK1] of values that are not known yet every kind is offered", () => {
  expect(fittingKinds([])).toHaveLength(10);
});

test("[FK2] as another kind a panel shows the same keys, and keeps what both kinds know", () => {
  const stat = v.parse(panelSchema, {
    id: "a",
    type: "stat",
    title: "Load",
    key: "n.load",
    unit: "ms",
    thresholds: [{ above: 4, level: "warning" }],
    place: { x: 1, y: 2, w: 2, h: 3 },
  });
  const { type: _, key: __, ...kept } = { ...stat, key: "" };
  expect(asKind(stat, "line")).toEqual({ ...kept, type: "line", series: [{ key: "n.load" }] });
  expect(asKind(stat, "gauge")).toMatchObject({ type: "gauge", key: "n.load", min: 0, max: 100, unit: "ms" });
  for (const kind of fittingKinds([])) {
    const other = asKind(stat, kind);
    expect(shownBy(other)).toEqual(["n.load"]);
    expect(asKind(other, "stat")).toMatchObject({ id: "a", title: "Load", place: stat.place, key: "n.load" });
  }
});

test("[FK2] names of series stay with their keys from chart to chart", () => {
  const line = asKind(panelOfKeys(["n.a", "n.b"], "line", "Two"), "line");
  const named = v.parse(panelSchema, { ...line, series: [{ key: "n.a", name: "A" }, { key: "n.b" }] });
  expect(asKind(named, "pie")).toMatchObject({ series: [{ key: "n.a", name: "A" }, { key: "n.b" }] });
});

test("[FK3] a panel that nobody has sized takes the size of its new kind, and moves no other", () => {
  const at = (id: string, x: number, y: number): Panel => {
    const panel = panelOfKeys(["n.load"], "stat", id);
    return { ...panel, id, place: { ...panel.place, x, y } };
  };
  const [a, b] = [at("a", 0, 0), at("b", 2, 0)];
  expect(placeAsKind([a, b], b, "line")).toEqual({ x: 2, y: 0, w: 6, h: 7 });
  expect(placeAsKind([a, b], a, "line"), "no room there").toEqual({ x: 4, y: 0, w: 6, h: 7 });
  expect(placeAsKind([at("a", 10, 0)], at("a", 10, 0), "line"), "nor at the edge").toMatchObject({ x: 0, y: 0 });
  const sized = { ...b, place: { ...b.place, w: 4 } };
  expect(placeAsKind([a, sized], sized, "line")).toEqual(sized.place);
});
