import { expect, test } from "vitest";
import { alertValuesOf, readAlertValues } from "./alert-values";
import { checkAlert } from "./check-alert";

const typed = (more: Record<string, string> = {}) =>
  readAlertValues(new URLSearchParams({ name: "Load", key: "node.load1", value: "4", ...more }));

test("what a form says becomes the rule, and the rule the form again", () => {
  const checked = checkAlert("a", typed({ clear: "3,5", panel: "board-1/load~web", unit: "%", severity: "critical" }));
  expect(checked).toEqual({
    ok: true,
    rule: {
      id: "a",
      name: "Load",
      key: "node.load1",
      condition: { is: "above", value: 4, clear: 3.5 },
      for: 60_000,
      severity: "critical",
      panel: { board: "board-1", panel: "load~web" },
      unit: "%",
    },
  });
  if (!checked.ok) throw new Error("It was to be taken.");
  expect(checkAlert("a", alertValuesOf(checked.rule, 0))).toEqual(checked);
});

test("what is compared with is a number, yes or no where it reads as one, and else the text", () => {
  const valueOf = (value: string) => checkAlert("a", typed({ is: "equal", value }));
  for (const [value, read] of [
    ["12", 12],
    ["yes", true],
    ["false", false],
    ["degraded", "degraded"],
  ] as const) {
    expect(valueOf(value)).toMatchObject({ rule: { condition: { is: "equal", value: read } } });
  }
  expect(checkAlert("a", typed({ is: "stale", value: "rest" }))).toMatchObject({
    rule: { condition: { is: "stale" } },
  });
});

test("what is wrong is told at its field, in words", () => {
  const wrong = checkAlert("a", typed({ name: " ", key: "*", value: "much", clear: "less" }));
  expect(wrong).toMatchObject({
    ok: false,
    errors: {
      name: "Give it a name.",
      key: expect.stringContaining("short name"),
      value: "A number, such as 90.",
      clear: "A number, or nothing.",
    },
  });
  expect(checkAlert("a", typed({ value: "" }))).toMatchObject({ errors: { value: "A number, such as 90." } });
  expect(checkAlert("a", typed({ clear: "5" }))).toMatchObject({
    errors: { clear: "It ends at or below the value that it begins at." },
  });
});
