import { compile, TreeInterpreter } from "@jmespath-community/jmespath";
import { quote } from "../failure";
import { jsonCopy, type OwnJson } from "../json-copy";
import { placeOfError } from "./place-of-error";
import { type Steps, stepsOf } from "./steps";

/** An expression that is compiled once, for many values. */
export interface Expression {
  /** What it finds in a value; null where there is nothing, as JMESPath has it. Throws ExpressionError. */
  find(value: OwnJson): OwnJson;
  /** Where it leads, if it is a path and nothing else. */
  readonly steps: Steps | null;
}

/** Why an expression cannot be used, in words that can follow a colon. */
export class ExpressionError extends Error {}

/** Throws ExpressionError. */
export function compileExpression(text: string): Expression {
  const tree = attempt(
    () => compile(text),
    (why) => `${quote(text)} ${placeOfError(text)}${why}`,
  );
  const find = (value: OwnJson) => {
    const found = jsonCopy(
      attempt(
        () => TreeInterpreter.search(tree, value),
        (why) => `${quote(text)} does not work: ${why}`,
      ),
    );
    if (found === undefined) throw new ExpressionError(`${quote(text)} finds something that is nested too deep`);
    return found;
  };
  return { find, steps: stepsOf(tree) };
}

/** The library's errors are plain ones: with a syntax error, an unknown function or a wrong type, always in its words. */
function attempt<T>(work: () => T, sentence: (why: string) => string): T {
  try {
    return work();
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new ExpressionError(sentence(inOurWords(why)), { cause: error });
  }
}

/** Its syntax errors name tokens of its own making: the place says more. */
function inOurWords(message: string): string {
  if (message === "" || /^syntax/i.test(message)) return "";
  return message.replace(/^Invalid type: /, "");
}
