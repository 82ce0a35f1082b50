import type { GridPanel } from "../../../../core/boards/document";
import { type Threshold, worstPast } from "../../../../core/boards/threshold";
import type { ShownValue } from "../values/shown-value";
import { type CheckState, checkState } from "./check-state";

/** One key of a status grid. */
export interface GridCell extends ShownValue {
  readonly check: CheckState | undefined;
  readonly past: Threshold | undefined;
  readonly decimals: number | undefined;
  /** 2: critical or down; 1: a warning or slow; 0: fine, or nothing is said about it. */
  readonly grade: 0 | 1 | 2;
}

export function cellsOf(
  values: readonly ShownValue[],
  panel: Pick<GridPanel, "thresholds" | "unit" | "decimals">,
): GridCell[] {
  return values.map((one) => {
    const past = typeof one.value === "number" ? worstPast(panel.thresholds, one.value) : undefined;
    const check = checkState(one.id, one.value);
    const unit = panel.unit ?? one.unit;
    return { ...one, unit, past, check, decimals: panel.decimals, grade: gradeOf(check, past) };
  });
}

function gradeOf(check: CheckState | undefined, past: Threshold | undefined): GridCell["grade"] {
  if (past?.level === "critical" || check?.glyph === "down") return 2;
  return past || check?.glyph === "slow" ? 1 : 0;
}

interface Count {
  readonly word: string;
  readonly count: number;
  /** The class of its colour. */
  readonly tone: string;
}

/** How many are in which state, the worst first; what there is none of is left out. */
export function summaryOf(cells: readonly GridCell[]): Count[] {
  const of = (isIn: (cell: GridCell) => boolean) => cells.filter(isIn).length;
  return [
    { word: "critical", count: of(({ past }) => past?.level === "critical"), tone: "font-medium text-failing-text" },
    {
      word: "down",
      count: of(({ check, past }) => !past && check?.glyph === "down"),
      tone: "font-medium text-failing-text",
    },
    { word: "past a warning", count: of(({ past }) => past?.level === "warning"), tone: "font-medium text-late-text" },
    {
      word: "slow",
      count: of(({ check, past }) => !past && check?.glyph === "slow"),
      tone: "font-medium text-late-text",
    },
    { word: "up", count: of(({ check, past }) => !past && check?.glyph === "up"), tone: "" },
    { word: "without a value", count: of(({ value }) => value === null), tone: "" },
  ].filter(({ count }) => count > 0);
}
