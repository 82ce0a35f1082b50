import type { Panel } from "../../../../core/boards/document";
import { isFormula } from "../../../../core/boards/reference";
import { referencesOf } from "../../../../core/boards/references-of";

/** Whether a formula of the panel looks into values: what that is worked out with comes apart from the board's code. */
export function hasPath(panel: Panel): boolean {
  return referencesOf(panel).some(({ text }) => isFormula(text) && text.includes("|"));
}
