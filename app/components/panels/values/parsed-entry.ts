import { isFormula } from "../../../../core/boards/patterns-in";
import type { Formula } from "../../../../core/formula/parse-formula";
import type { FormulaEntry } from "./formula-entry";
import type { Formulas } from "./formulas";
import type { Entry } from "./named-keys";

/** An entry whose formula, if it is one, has been read. */
export type ParsedEntry =
  | { readonly type: "keys"; readonly entry: Entry; readonly patterns: readonly string[] }
  | {
      readonly type: "formula";
      readonly patterns: readonly string[];
      readonly formula: Formula;
      readonly results: FormulaEntry;
    }
  | { readonly type: "problem"; readonly patterns: readonly string[]; readonly problem: string };

/** @param formulas what reads and works out formulas, where one of the entries is one */
export function parsedEntry(entry: Entry, formulas: Formulas | null): ParsedEntry {
  if (!isFormula(entry.key)) return { type: "keys", entry, patterns: [entry.key] };
  if (formulas === null) throw new Error("No code for formulas.");
  return formulas.parsed(entry);
}
