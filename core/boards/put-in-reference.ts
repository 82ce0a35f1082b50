import { bracesIn } from "../formula/braces";
import { escapeSegment } from "../keys/name";
import { isPattern } from "../keys/pattern";
import { isFormula } from "./patterns-in";
import { ALL } from "./variable";
import { variablesIn, withVariables } from "./variable-text";

/** The value of a variable; undefined leaves its name where it is. */
export type ValueOf = (name: string) => string | undefined;

/** What stands outside of a formula's patterns: a number, or a length of time. */
const FIGURE = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?(?:ms|s|m|h|d|w)?$/i;

/**
 * A reference with values in place of its variables, each written as its place asks for: in a pattern as a segment, or
 * several joined by dots, where the value is that; anything else in the way in which upstream names become segments.
 * Elsewhere in a formula only figures are put in.
 */
export function putInReference(reference: string, valueOf: ValueOf): string {
  if (!reference.includes("$")) return reference;
  if (!isFormula(reference)) return putInPattern(reference, valueOf);
  const figure = (name: string) => figureOf(valueOf(name));
  let made = "";
  let done = 0;
  for (const { start, end } of bracesIn(reference)) {
    made += withVariables(reference.slice(done, start), figure) + putInPattern(reference.slice(start, end), valueOf);
    done = end;
  }
  return made + withVariables(reference.slice(done), figure);
}

function figureOf(value: string | undefined): string | undefined {
  return value !== undefined && FIGURE.test(value) ? value : undefined;
}

/** `${name}` holds no dot, so that segments are what lies between dots. */
function putInPattern(pattern: string, valueOf: ValueOf): string {
  const segments = pattern.split(".").map((segment) => {
    const names = variablesIn(segment);
    const values = names.map(valueOf);
    if (names.length === 0 || values.includes(undefined)) return segment;
    // A part of a segment cannot be open: all of it is.
    if (values.includes(ALL)) return ALL;
    const [value = ""] = values;
    const isWhole = withVariables(segment, () => "") === "";
    if (isWhole && names.length === 1) return isPattern(value) && !value.startsWith("$") ? value : escapeSegment(value);
    return withVariables(segment, (name) => escapeSegment(valueOf(name) ?? ""));
  });
  return segments.join(".");
}
