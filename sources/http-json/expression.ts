import { compile, TreeInterpreter } from "@jmespath-community/jmespath";
import { quote } from "../failure";
import { jsonCopy, type OwnJson } from "../json-copy";

/** What an expression finds in a value; null where there is nothing, as JMESPath has it. */
export type Expression = (value: OwnJson) => OwnJson;

/** Why an expression cannot be used, in words that can follow a colon. */
export class ExpressionError extends Error {}

/** Compiles once for many values. Both steps throw ExpressionError. */
export function compileExpression(text: string): Expression {
  const tree = attempt(() => compile(text), text);
  return (value) => {
    const found = jsonCopy(attempt(() => TreeInterpreter.search(tree, value), text));
    if (found === undefined) throw new ExpressionError(`${quote(text)} finds something that is nested too deep`);
    return found;
  };
}

/** The library's errors are plain ones: with a syntax error, an unknown function or a wrong type, always in its words. */
function attempt<T>(work: () => T, text: string): T {
  try {
    return work();
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Syntax error[,:]? ?/, "") : "it cannot be worked out";
    throw new ExpressionError(`${quote(text)} does not work: ${why}`, { cause: error });
  }
}
