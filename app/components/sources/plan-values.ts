import { MAX_BUDGET, type Plan, pollMode } from "../../../core/sources/plan";
import type { FormErrors } from "./form-errors";

/** When a source is asked, as typed: text. */
export interface PlanValues {
  readonly mode: string;
  /** Five parts, in place of the interval; empty for none. */
  readonly cron: string;
  readonly zone: string;
  /** Upstream calls an hour at most; empty for no limit. */
  readonly budget: string;
}

export function planValuesOf(plan: Plan | null | undefined, zone: string): PlanValues {
  return {
    mode: plan?.mode ?? "idle",
    cron: plan?.cron?.expression ?? "",
    zone: plan?.cron?.zone ?? zone,
    budget: plan?.budget === undefined ? "" : String(plan.budget),
  };
}

export function readPlan(form: FormData): PlanValues {
  const one = (name: string) => {
    const entry = form.get(name);
    return typeof entry === "string" ? entry.trim() : "";
  };
  return { mode: one("mode"), cron: one("cron"), zone: one("zone"), budget: one("budget") };
}

/** What is wrong with it at which field; `cronProblem` says so of a pattern and its zone. */
export function checkPlan(
  { mode, cron, zone, budget }: PlanValues,
  cronProblem: (cron: { expression: string; zone: string }) => string | null,
): { readonly plan: Plan; readonly errors: FormErrors } {
  const known = pollMode.safeParse(mode);
  const calls = Number(budget);
  const isBudget = budget === "" || (Number.isInteger(calls) && calls >= 1 && calls <= MAX_BUDGET);
  const problem = cron === "" ? null : cronProblem({ expression: cron, zone });
  return {
    plan: {
      mode: known.data ?? "idle",
      ...(cron === "" ? {} : { cron: { expression: cron, zone } }),
      ...(budget === "" || !isBudget ? {} : { budget: calls }),
    },
    errors: {
      ...(known.success ? {} : { mode: "Choose one." }),
      ...(problem === null ? {} : { [problem.includes("zone") ? "zone" : "cron"]: problem }),
      ...(isBudget ? {} : { budget: `A whole number from 1 to ${MAX_BUDGET.toLocaleString("en-US")}, or nothing.` }),
    },
  };
}
