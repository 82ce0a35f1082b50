import * as v from "valibot";
import { isSegment } from "../../core/keys/name";
import { finite } from "../../core/schema/finite";
import { listOf } from "../../core/schema/list-of";
import { settingsSchema } from "../settings-schema";

/** The most rules that a source may have. */
export const MAX_RULES = 200;

const expression = v.pipe(
  v.string(),
  v.minLength(1, "Give an expression."),
  v.maxLength(1_000, "At most 1000 characters."),
);

/** A key's name below the source's slug: `orders.open`. */
const keyPath = v.pipe(
  v.string(),
  v.maxLength(100, "At most 100 characters."),
  v.check(
    (text) => text.split(".").every(isSegment) && text.split(".").length <= 7,
    "Up to 7 words of letters, digits, - and _, with dots between them.",
  ),
);

/**
 * How part of an answer becomes keys. Expressions are JMESPath. Without `id` the rule makes one key from what
 * `expression` finds. With `id` the expression finds a list and each element makes a key `<path>.<id>`; `id` and
 * `value` are expressions over the element, and without `value` the key holds all of it.
 */
export const mappingRule = settingsSchema({
  path: keyPath,
  expression,
  id: v.optional(expression),
  value: v.optional(expression),
  /**
   * Where the key holds a list of objects: the member that tells them apart, or a path to it, such as
   * `properties.code`. By default `id`, then `key`.
   */
  rowKey: v.optional(
    v.pipe(v.string(), v.minLength(1, "Give a member's name."), v.maxLength(100, "At most 100 characters.")),
  ),
  /**
   * `series`: a number with a past. `value`: anything, without one. By default a number is a series, unless its name
   * says that it is an id or a moment, and a percentage that is written as text counts as a number.
   */
  kind: v.optional(v.picklist(["value", "series"], "Either value or series.")),
  /** By default guessed from the names; `none` for no unit. */
  unit: v.optional(v.pipe(v.string(), v.maxLength(32, "At most 32 characters."))),
  /** Numbers are multiplied by it: 0.001 turns milliseconds into seconds. */
  scale: v.optional(finite("A number.")),
  label: v.optional(v.pipe(v.string(), v.maxLength(120, "At most 120 characters."))),
});
export type MappingRule = v.InferOutput<typeof mappingRule>;

export const mapping = listOf(mappingRule, MAX_RULES, `At most ${MAX_RULES} rules.`);

/** The member that tells apart the rows of the key at this path. */
export function rowKeyOf(rules: readonly MappingRule[], path: string): string | undefined {
  return rules.find((rule) => makes(rule, path))?.rowKey;
}

/** Whether the key at this path comes from the rule: the segment after a rule's path is an element's id. */
function makes({ path: own, id }: MappingRule, path: string): boolean {
  return id === undefined ? path === own : path.startsWith(`${own}.`) && !path.includes(".", own.length + 1);
}
