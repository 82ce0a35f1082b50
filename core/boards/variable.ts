import * as v from "valibot";
import { pattern } from "../protocol/parts";
import { listOf } from "../schema/list-of";

/** The value that stands for every other one: `*` in patterns. */
export const ALL = "*";

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,31}$/));
const value = v.pipe(v.string(), v.maxLength(120));
const common = { name, label: v.optional(value), chosen: v.optional(value) };

/**
 * What a reader of the board chooses. In the references and titles of its panels `$name`, or `${name}` where a letter
 * follows, stands for the chosen value. `chosen` is the value to begin with; without it, the first. Of a "keys" variable
 * the values are what its pattern's first `*` stands for in the names of the keys that are there.
 */
export const variable = v.variant("type", [
  v.object({ ...common, type: v.literal("list"), values: v.pipe(listOf(value, 200), v.minLength(1)) }),
  v.object({
    ...common,
    type: v.literal("keys"),
    pattern: v.pipe(
      pattern,
      v.check((text) => text.includes("*"), "has no *"),
    ),
  }),
  v.object({ ...common, type: v.literal("text") }),
]);
export type Variable = v.InferOutput<typeof variable>;
