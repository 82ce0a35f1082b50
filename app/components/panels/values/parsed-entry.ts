import { isFormula } from "../../../../core/boards/reference";
import { type Formula, parseFormula, problemText } from "../../../../core/formula/parse-formula";
import type { Entry } from "./named-keys";

/** An entry whose formula, if it is one, has been read. */
export type ParsedEntry =
  | { readonly type: "keys"; readonly entry: Entry; readonly patterns: readonly string[] }
  | { readonly type: "formula"; readonly entry: Entry; readonly patterns: readonly string[]; readonly formula: Formula }
  | { readonly type: "problem"; readonly patterns: readonly string[]; readonly problem: string };

export function parsedEntry(entry: Entry): ParsedEntry {
  if (!isFormula(entry.key)) return { type: "keys", entry, patterns: [entry.key] };
  const parsed = parseFormula(entry.key);
  if (!parsed.ok) return { type: "problem", patterns: [], problem: problemText(parsed.problem) };
  const { formula } = parsed;
  return { type: "formula", entry, patterns: [...new Set(formula.keys.map(({ pattern }) => pattern))], formula };
}
