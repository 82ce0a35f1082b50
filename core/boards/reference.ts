import * as v from "valibot";
import { parseFormula, problemText } from "../formula/parse-formula";
import { isPattern } from "../keys/pattern";
import { isFormula } from "./patterns-in";
import { widened } from "./variable-text";

const LONGEST = 500;

/**
 * What a panel shows: a key pattern (`node.cpu.*`), or `=` and a formula over patterns in braces
 * (`= {node.mem.used} / {node.mem.total} * 100`). In both `$name` stands for the value of a variable of the board.
 */
export const reference = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? referenceProblem(dataset.value) : null;
    if (message !== null) addIssue({ message });
  }),
);

/** Why a text is no reference, in a sentence; null where it is one. */
export function referenceProblem(text: string): string | null {
  if (text === "") return "A key or a formula is missing.";
  if (text.length > LONGEST) return `At most ${LONGEST} characters.`;
  if (!isFormula(text))
    return isPattern(widened(text))
      ? null
      : "Neither a key pattern, as a.b or a.*, nor = and a formula over {patterns}.";
  const parsed = parseFormula(text);
  return parsed.ok ? null : problemText(parsed.problem);
}
