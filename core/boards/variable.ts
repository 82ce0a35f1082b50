import * as z from "zod/mini";
import { pattern } from "../protocol/parts";

/** The value that stands for every other one: `*` in patterns. */
export const ALL = "*";

const name = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,31}$/));
const value = z.string().check(z.maxLength(120));
const common = { name, label: z.optional(value), chosen: z.optional(value) };

/**
 * What a reader of the board chooses. In the references and titles of its panels `$name`, or `${name}` where a letter
 * follows, stands for the chosen value. `chosen` is the value to begin with; without it, the first. Of a "keys" variable
 * the values are what its pattern's first `*` stands for in the names of the keys that are there.
 */
export const variable = z.discriminatedUnion("type", [
  z.object({ ...common, type: z.literal("list"), values: z.array(value).check(z.minLength(1), z.maxLength(200)) }),
  z.object({
    ...common,
    type: z.literal("keys"),
    pattern: pattern.check(z.refine((text) => text.includes("*"), "has no *")),
  }),
  z.object({ ...common, type: z.literal("text") }),
]);
export type Variable = z.infer<typeof variable>;
