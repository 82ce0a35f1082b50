import type { OwnJson } from "../json-copy";
import { type RuleOfNode, ruleForNode } from "./rule-for-node";
import type { Steps } from "./steps";

/** Rules that one choice adds at most: more would have to be taken out again one by one. */
const MOST = 12;

/**
 * The rules for what stands at these steps of an answer: of an object, or of a list of objects that can be told apart,
 * one for each of its plain values, since those are what boards show; else the rule of the part itself.
 */
export function rulesForNode(body: OwnJson, steps: Steps, taken: readonly string[]): RuleOfNode[] {
  const rules: RuleOfNode[] = [];
  for (const part of plainParts(body, steps)) {
    rules.push(ruleForNode(body, part, [...taken, ...rules.map(({ path }) => path)]));
  }
  return rules;
}

function plainParts(body: OwnJson, steps: Steps): Steps[] {
  const { id } = ruleForNode(body, steps, []);
  const value = at(body, steps);
  const [within, object] = Array.isArray(value) && id !== undefined ? [[...steps, 0], value[0]] : [steps, value];
  if (typeof object !== "object" || object === null || Array.isArray(object)) return [steps];
  const plain = Object.keys(object).filter((name) => name !== id && isPlain(object[name]));
  return plain.length === 0 ? [steps] : plain.slice(0, MOST).map((name) => [...within, name]);
}

function isPlain(value: OwnJson | undefined): boolean {
  return typeof value !== "object" && value !== undefined;
}

function at(body: OwnJson, steps: Steps): OwnJson | undefined {
  let value: OwnJson | undefined = body;
  for (const step of steps) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(step)] : value[step];
  }
  return value;
}
