import type * as v from "valibot";

/**
 * Parses with sentences for people wherever a schema has none of its own: the library's are for programmers, and repeat
 * the value, which may be a secret.
 */
export const plainWords: v.Config<v.BaseIssue<unknown>> = { message: sentenceOf };

const notA: Readonly<Record<string, string>> = {
  string: "Not a text.",
  number: "Not a number.",
  finite: "Not a number.",
  safe_integer: "Not a whole number.",
  boolean: "Neither true nor false.",
  array: "Not a list.",
  object: "Not an object.",
  strict_object: "Not an object.",
  record: "Not an object.",
};

function sentenceOf({ type, expected, received, requirement, input }: v.BaseIssue<unknown>): string {
  if (expected === "never") return "There is nothing of this name.";
  if (received === "undefined") return "It is missing.";
  const what = typeof input === "string" ? "characters" : "of them";
  if (type === "min_length") return `At least ${String(requirement)} ${what}.`;
  if (type === "max_length") return `At most ${String(requirement)} ${what}.`;
  if (type === "min_value") return `At least ${String(requirement)}.`;
  if (type === "max_value") return `At most ${String(requirement)}.`;
  if (type === "picklist" || type === "literal" || type === "variant") return `Not ${choices(expected ?? "")}.`;
  return notA[type] ?? "It does not fit.";
}

/** `("a" | "b")` as a person writes it. */
function choices(expected: string): string {
  const all = expected.replaceAll(/[()]/g, "").split(" | ");
  return all.length === 1 ? expected : `one of ${all.join(", ")}`;
}
