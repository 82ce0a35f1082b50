import * as z from "zod/mini";
import { isPattern } from "../keys/pattern";

const VARIABLE = /\$(?:\{[a-z][a-z0-9_]{0,31}\}|[a-z][a-z0-9_]{0,31})/g;
const IN_BRACES = /\{([^{}|]*)(?:\|[^{}]*)?\}/g;

/**
 * What a panel shows: a key pattern (`node.cpu.*`), or `=` and a formula over patterns in braces
 * (`= {node.mem.used} / {node.mem.total} * 100`). In both `$name` stands for the value of a variable of the board.
 */
export const reference = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(500),
    z.refine(isReference, "neither a key pattern nor a formula over {patterns}"),
  );

export function isFormula(reference: string): boolean {
  return reference.startsWith("=");
}

/** The key patterns in a reference whose variables have been put in. */
export function patternsIn(reference: string): string[] {
  if (!isFormula(reference)) return [reference];
  return [...reference.matchAll(IN_BRACES)].map(([, text = ""]) => text.trim());
}

function isReference(text: string): boolean {
  const patterns = patternsIn(isFormula(text) ? text.replaceAll(/\$\{(\w+)\}/g, "$$$1") : text);
  return patterns.length > 0 && patterns.every((one) => isPattern(one) || isPattern(one.replaceAll(VARIABLE, "x")));
}
