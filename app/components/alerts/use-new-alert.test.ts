import { expect, test } from "vitest";
import type { Panel } from "../../../core/boards/document";
import { newAlertOn } from "./use-new-alert";

const common = { id: "p", title: "Processor", place: { x: 0, y: 0, w: 2, h: 3 } };

test("a rule on a panel begins with its first key, its gravest threshold and its unit", () => {
  const panel: Panel = {
    ...common,
    type: "line",
    series: [{ key: "= {a.b} * 2" }, { key: "node.*.cpu" }],
    unit: "%",
    thresholds: [
      { above: 80, level: "warning" },
      { above: 95, level: "critical", name: "Full" },
    ],
  };
  expect(newAlertOn(panel)).toEqual({
    key: "node.*.cpu",
    name: "Full",
    is: "above",
    value: "95",
    severity: "critical",
    unit: "%",
  });
  expect(newAlertOn({ ...common, type: "stat", key: "node.cpu" })).toEqual({ key: "node.cpu", name: "Processor" });
});

test("there is none on a formula, which is told, on all sources at once, or on what people write", () => {
  expect(newAlertOn({ ...common, type: "stat", key: "= {node.cpu}" })).toBe("formula");
  expect(newAlertOn({ ...common, type: "table", keys: ["*"] })).toBeNull();
  expect(newAlertOn({ ...common, type: "note", key: "team.note" })).toBeNull();
  expect(newAlertOn({ ...common, type: "status" })).toBeNull();
});
