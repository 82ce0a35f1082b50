import type { compile } from "@jmespath-community/jmespath";
import type { OwnJson } from "../json-copy";

type Tree = ReturnType<typeof compile>;

/** Members by name and elements by number, from the outside in. */
export type Steps = readonly (string | number)[];

/** The steps of an expression that is a path and nothing else, such as `a.b[0]`; null for every other. */
export function stepsOf(tree: Tree): Steps | null {
  if (tree.type === "Field") return [tree.name];
  if (tree.type === "Index") return [tree.value];
  if (tree.type !== "Subexpression" && tree.type !== "IndexExpression") return null;
  const [left, right] = [stepsOf(tree.left), stepsOf(tree.right)];
  return left && right && [...left, ...right];
}

/** Whether there is anything where the steps lead, be it null. */
export function leads(steps: Steps, value: OwnJson): boolean {
  let at: OwnJson | undefined = value;
  for (const step of steps) {
    if (typeof step === "number") at = Array.isArray(at) ? at.at(step) : undefined;
    else at = isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
    if (at === undefined) return false;
  }
  return true;
}

function isRecord(value: OwnJson | undefined): value is { [name: string]: OwnJson } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
