import { starsOf } from "../keys/stars-of";
import type { BoardDocument } from "./document";
import { isFormula } from "./patterns-in";
import { putInReference } from "./put-in-reference";
import { referenceProblem } from "./reference";
import { allReferences } from "./references-of";
import { ALL, type Variable } from "./variable";
import { variablesIn } from "./variable-text";

/** The names of the keys that are there and match a pattern, sorted. */
export type KeysOf = (pattern: string) => readonly string[];

/** The values that are shown of each variable, by its name: never none; `*` alone for all. */
export type Chosen = ReadonlyMap<string, readonly string[]>;

export interface ChosenValues {
  readonly chosen: Chosen;
  /** What was asked for and is no value of its variable. */
  readonly refused: readonly { readonly variable: Variable; readonly value: string }[];
}

/** Values of one variable at a time, at most. */
export const MOST_VALUES = 50;
/** What an address may ask for: each is looked at in every reference. */
const MOST_ASKED = 100;
const inOrder = new Intl.Collator("en", { numeric: true });

/** What can be chosen of a variable; nothing of one that is typed. */
export function choicesOf(variable: Variable, keysOf: KeysOf): string[] {
  switch (variable.type) {
    case "list":
      return [...new Set(variable.values)];
    case "keys": {
      const { pattern } = variable;
      const found = new Set(keysOf(pattern).flatMap((key) => starsOf(pattern, key)[0] ?? []));
      return [...found].sort((a, b) => inOrder.compare(a, b));
    }
    case "text":
      return [];
  }
}

/** Whether all values of a variable can be shown at once: not of one that stands for a number in a formula. */
export function mayBeAll(document: BoardDocument, { name, type }: Variable): boolean {
  if (type === "text") return false;
  const uses = allReferences(document).filter((text) => variablesIn(text).includes(name));
  return uses.every((text) => !isFormula(text) || !variablesIn(putInReference(text, only(name, ALL))).includes(name));
}

/** The values that are shown: those that are asked for, of a variable without any that fit the one to begin with. */
export function chosenValues(
  document: BoardDocument,
  asked: (name: string) => readonly string[],
  keysOf: KeysOf,
): ChosenValues {
  const refused: ChosenValues["refused"][number][] = [];
  const chosen = new Map<string, readonly string[]>();
  for (const variable of document.variables ?? []) {
    const isValue = valuesOf(document, variable, keysOf);
    const wanted = [...new Set(asked(variable.name).slice(0, MOST_ASKED))];
    const fitting = wanted.filter(isValue).slice(0, MOST_VALUES);
    for (const value of wanted) if (!isValue(value)) refused.push({ variable, value });
    const first = fitting.includes(ALL) ? [ALL] : fitting;
    chosen.set(variable.name, first.length > 0 ? first : [valueToBeginWith(variable, isValue, keysOf)]);
  }
  return { chosen, refused };
}

function valueToBeginWith(variable: Variable, isValue: (value: string) => boolean, keysOf: KeysOf): string {
  const { chosen } = variable;
  if (chosen !== undefined && isValue(chosen)) return chosen;
  // An empty text is all, and so are the values of keys that are not there yet.
  return variable.type === "text" ? "" : (choicesOf(variable, keysOf)[0] ?? ALL);
}

function valuesOf(document: BoardDocument, variable: Variable, keysOf: KeysOf): (value: string) => boolean {
  const choices = new Set(choicesOf(variable, keysOf));
  const isAllowed = variable.type === "text" ? () => true : (value: string) => choices.has(value);
  const isAll = mayBeAll(document, variable);
  return (value) => (value === ALL && isAll) || (isAllowed(value) && fits(document, variable.name, value));
}

/** Whether every reference can be read with this value in it. */
function fits(document: BoardDocument, name: string, value: string): boolean {
  if (value.length > MAX_VALUE) return false;
  const uses = allReferences(document).filter((text) => variablesIn(text).includes(name));
  return uses.every((text) => {
    const made = putInReference(text, only(name, value === "" ? ALL : value));
    return referenceProblem(made) === null && (value === "" || !variablesIn(made).includes(name));
  });
}

const MAX_VALUE = 120;

function only(name: string, value: string) {
  return (one: string) => (one === name ? value : undefined);
}
