import type { Json } from "../../../../core/json";
import { jsonCopy } from "../../../../sources/json-copy";
import { compileExpression, type Expression, ExpressionError } from "../../../../sources/mapping/expression";

/** Works out JMESPath expressions: what one finds in a value, and why it finds nothing where it cannot be used. */
export interface PathFinder {
  find(path: string, value: Json): Json;
  problemOf(path: string): string | null;
}

const compiled = new Map<string, Expression | string>();

export const pathFinder: PathFinder = {
  find(path, value) {
    const expression = expressionOf(path);
    if (typeof expression === "string") return null;
    try {
      return expression.find(jsonCopy(value) ?? null);
    } catch (error) {
      // A function that does not fit this value: as where there is nothing.
      if (error instanceof ExpressionError) return null;
      throw error;
    }
  },
  problemOf(path) {
    const expression = expressionOf(path);
    return typeof expression === "string" ? expression : null;
  },
};

/** The expression, or why it is none. */
function expressionOf(path: string): Expression | string {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const made = attempt(path);
  compiled.set(path, made);
  return made;
}

function attempt(path: string): Expression | string {
  try {
    return compileExpression(path);
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.message}.`;
    throw error;
  }
}
