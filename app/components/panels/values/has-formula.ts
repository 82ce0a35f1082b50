import type { Panel } from "../../../../core/boards/document";
import { isFormula } from "../../../../core/boards/patterns-in";
import { referencesOf } from "../../../../core/boards/references-of";

/** Whether a panel shows formulas, and whether one of them looks into values: the code for either comes apart. */
export function hasFormula(panel: Panel): "formula" | "path" | null {
  const formulas = referencesOf(panel).filter(({ text }) => isFormula(text));
  if (formulas.length === 0) return null;
  return formulas.some(({ text }) => text.includes("|")) ? "path" : "formula";
}
