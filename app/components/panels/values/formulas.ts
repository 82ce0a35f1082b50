import { parseFormula, problemText } from "../../../../core/formula/parse-formula";
import { FormulaEntry } from "./formula-entry";
import type { Entry } from "./named-keys";
import type { ParsedEntry } from "./parsed-entry";

/** Reads formulas and works them out: code that comes apart from the board's. */
export interface Formulas {
  parsed(entry: Entry): ParsedEntry;
}

export const formulas: Formulas = {
  parsed(entry) {
    const parsed = parseFormula(entry.key);
    if (!parsed.ok) return { type: "problem", patterns: [], problem: problemText(parsed.problem) };
    const { formula } = parsed;
    const patterns = [...new Set(formula.keys.map(({ pattern }) => pattern))];
    return { type: "formula", patterns, formula, results: new FormulaEntry(entry, formula) };
  },
};
