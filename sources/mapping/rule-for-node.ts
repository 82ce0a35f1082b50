import { escapeSegment } from "../../core/keys/name";
import type { OwnJson } from "../json-copy";
import type { Steps } from "./steps";

/** Members that tell the elements of a list apart, the likeliest first. */
const IDS = ["id", "key", "slug", "code", "sku", "symbol", "name", "uuid", "title"];
const LONGEST_PATH = 100;

export interface RuleOfNode {
  readonly path: string;
  readonly expression: string;
  readonly id?: string;
  readonly value?: string;
}

/**
 * The rule that makes keys of what stands at these steps of an answer: a key of what stands alone, a key for each
 * element of a list whose elements have something to be told apart by. `taken`: paths of rules that there are.
 */
export function ruleForNode(body: OwnJson, steps: Steps, taken: readonly string[]): RuleOfNode {
  const list = listOn(body, steps);
  if (!list) return { path: free(pathOf(steps), taken), expression: expressionOf(steps) };
  const path = free(pathOf(steps.filter((step) => typeof step === "string")), taken);
  const value = steps.slice(list.at + 1);
  return {
    path,
    expression: list.at === 0 ? "@" : expressionOf(steps.slice(0, list.at)),
    id: expressionOf([list.id]),
    ...(value.length === 0 ? {} : { value: expressionOf(value) }),
  };
}

/** Steps as a JMESPath expression; none are the whole. */
export function expressionOf(steps: Steps): string {
  const text = steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${quoted(step)}`)).join("");
  return text === "" ? "@" : text.replace(/^\./, "");
}

function quoted(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : JSON.stringify(name);
}

/** The outermost list that the steps pass, or end at, whose elements can be told apart: `at` is where an element is chosen. */
function listOn(body: OwnJson, steps: Steps): { readonly at: number; readonly id: string } | null {
  let at: OwnJson | undefined = body;
  for (let i = 0; i <= steps.length; i++) {
    if (Array.isArray(at)) {
      const id = idOf(at);
      if (id !== null) return { at: i, id };
    }
    const step = steps[i];
    if (step === undefined) return null;
    at = typeof step === "number" ? (Array.isArray(at) ? at[step] : undefined) : memberOf(at, step);
  }
  return null;
}

function memberOf(value: OwnJson | undefined, name: string): OwnJson | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : undefined;
}

/** The member by which the elements are told apart: each has it, as a text or number, and no two the same. */
function idOf(list: readonly OwnJson[]): string | null {
  const found = IDS.find((id) => {
    const ids = list.map((element) => memberOf(element, id));
    return ids.every((one) => typeof one === "number" || (typeof one === "string" && one !== "")) && allDiffer(ids);
  });
  return list.length > 0 && found !== undefined ? found : null;
}

function allDiffer(ids: readonly unknown[]): boolean {
  return new Set(ids.map(String)).size === ids.length;
}

/** A key's name from names of the answer: as many of the last ones as fit. */
function pathOf(steps: Steps): string {
  const parts = steps.map((step) => escapeSegment(String(step))).slice(-7);
  while (parts.length > 1 && parts.join(".").length > LONGEST_PATH - 3) parts.shift();
  return parts.join(".").slice(0, LONGEST_PATH - 3) || "value";
}

function free(path: string, taken: readonly string[]): string {
  if (!taken.includes(path)) return path;
  for (let i = 2; ; i++) if (!taken.includes(`${path}-${i}`)) return `${path}-${i}`;
}
