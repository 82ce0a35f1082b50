import { bracesIn } from "../formula/braces";
import { isPattern } from "../keys/pattern";
import { widened } from "./variable-text";

export function isFormula(reference: string): boolean {
  return reference.startsWith("=");
}

/**
 * The key patterns in a reference, `*` in place of what a variable that is not put in may come to. Those of a formula are
 * found without reading the rest of it: whoever asks for keys need not be able to work it out.
 */
export function patternsIn(reference: string): string[] {
  if (!isFormula(reference)) return [widened(reference)];
  const patterns = bracesIn(reference).map(({ pattern }) => widened(pattern));
  return [...new Set(patterns)].filter(isPattern);
}
