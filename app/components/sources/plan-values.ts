import { readAs } from "../../../core/schema/read-as";
import { MAX_BUDGET, MAX_EXPECTED, MIN_EXPECTED, type Plan, pollMode } from "../../../core/sources/plan";
import type { FormErrors } from "./form-errors";

/** When a source is asked, as typed: text. */
export interface PlanValues {
  readonly mode: string;
  /** Five parts, in place of the interval; empty for none. */
  readonly cron: string;
  readonly zone: string;
  /** Upstream calls an hour at most; empty for no limit. */
  readonly budget: string;
  /** Milliseconds between two writes of one that is not asked; empty where none is expected. */
  readonly expected: string;
}

export function planValuesOf(plan: Plan | null | undefined, zone: string): PlanValues {
  return {
    mode: plan?.mode ?? "idle",
    cron: plan?.cron?.expression ?? "",
    zone: plan?.cron?.zone ?? zone,
    budget: plan?.budget === undefined ? "" : String(plan.budget),
    expected: plan?.expected === undefined ? "" : String(plan.expected),
  };
}

export function readPlan(form: FormData): PlanValues {
  const one = (name: string) => {
    const entry = form.get(name);
    return typeof entry === "string" ? entry.trim() : "";
  };
  return { mode: one("mode"), cron: one("cron"), zone: one("zone"), budget: one("budget"), expected: one("expected") };
}

/** What is wrong with it at which field; `cronProblem` says so of a pattern and its zone. */
export function checkPlan(
  { mode, cron, zone, budget, expected }: PlanValues,
  cronProblem: (cron: { expression: string; zone: string }) => string | null,
): { readonly plan: Plan; readonly errors: FormErrors } {
  const known = readAs(pollMode, mode);
  const calls = Number(budget);
  const isBudget = budget === "" || (Number.isInteger(calls) && calls >= 1 && calls <= MAX_BUDGET);
  const apart = Number(expected);
  const isExpected = expected === "" || (Number.isInteger(apart) && apart >= MIN_EXPECTED && apart <= MAX_EXPECTED);
  const problem = cron === "" ? null : cronProblem({ expression: cron, zone });
  return {
    plan: {
      mode: known ?? "idle",
      ...(cron === "" ? {} : { cron: { expression: cron, zone } }),
      ...(budget === "" || !isBudget ? {} : { budget: calls }),
      ...(expected === "" || !isExpected ? {} : { expected: apart }),
    },
    errors: {
      ...(known ? {} : { mode: "Choose one." }),
      ...(problem === null ? {} : { [problem.includes("zone") ? "zone" : "cron"]: problem }),
      ...(isExpected ? {} : { expected: "Choose how often." }),
      ...(isBudget ? {} : { budget: `A whole number from 1 to ${MAX_BUDGET.toLocaleString("en-US")}, or nothing.` }),
    },
  };
}
