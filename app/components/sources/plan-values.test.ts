import { expect, test } from "vitest";
import { checkPlan, planValuesOf, readPlan } from "./plan-values";

const fine = () => null;

test("what is shown of a plan reads back as the same plan", () => {
  const plans = [
    null,
    { mode: "always" as const, budget: 60 },
    { mode: "idle" as const, expected: 60_000 },
    { mode: "watched" as const, cron: { expression: "0 9 * * *", zone: "Europe/Berlin" } },
  ];
  for (const plan of plans) {
    const form = new FormData();
    const typed: Record<string, string> = { ...planValuesOf(plan, "UTC") };
    for (const [name, text] of Object.entries(typed)) form.set(name, text);
    expect(checkPlan(readPlan(form), fine)).toEqual({ plan: plan ?? { mode: "idle" }, errors: {} });
  }
});

test("what is wrong is told at its field", () => {
  const values = { mode: "often", cron: "x", zone: "UTC", budget: "0.5", expected: "1000" };
  expect(Object.keys(checkPlan(values, () => "Five parts.").errors)).toEqual(["mode", "cron", "expected", "budget"]);
  expect(
    checkPlan({ ...values, mode: "idle", budget: "", expected: "" }, () => "There is no such time zone.").errors,
  ).toEqual({
    zone: "There is no such time zone.",
  });
});
