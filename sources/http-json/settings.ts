import * as z from "zod/mini";
import { isSegment } from "../../core/keys/name";
import { secretOr } from "../../core/sources/secret";
import { addressSettings } from "../address-settings";

const expression = z
  .string()
  .check(z.minLength(1, "Give an expression."), z.maxLength(1_000, "At most 1000 characters."));

/** A key's name below the source's slug: `orders.open`. */
const keyPath = z.string().check(
  z.maxLength(100, "At most 100 characters."),
  z.refine(
    (text) => text.split(".").every(isSegment) && text.split(".").length <= 7,
    "Up to 7 words of letters, digits, - and _, with dots between them.",
  ),
);

const headerName = z.string().check(z.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "Not a header's name."));
const headerValue = z.string().check(z.maxLength(1_000), z.regex(/^[\t\x20-\x7e]*$/, "Only plain ASCII text."));

/**
 * How part of the answer becomes keys. Expressions are JMESPath. Without `id` the rule makes one key from what
 * `expression` finds. With `id` the expression finds a list and each element makes a key `<path>.<id>`; `id` and
 * `value` are expressions over the element, and without `value` the key holds all of it.
 */
const mappingRule = z.strictObject({
  path: keyPath,
  expression,
  id: z.optional(expression),
  value: z.optional(expression),
  /**
   * Where the key holds a list of objects: the member that tells them apart, or a path to it, such as
   * `properties.code`. By default `id`, then `key`.
   */
  rowKey: z.optional(
    z.string().check(z.minLength(1, "Give a member's name."), z.maxLength(100, "At most 100 characters.")),
  ),
  /** By default numbers are a series, all else a value. */
  kind: z.optional(z.enum(["value", "series"], "Either value or series.")),
  unit: z.optional(z.string().check(z.maxLength(32, "At most 32 characters."))),
  /** Numbers are multiplied by it: 0.001 turns milliseconds into seconds. */
  scale: z.optional(z.number("A number.").check(z.refine(Number.isFinite, "A number."))),
  label: z.optional(z.string().check(z.maxLength(120, "At most 120 characters."))),
});
export type MappingRule = z.infer<typeof mappingRule>;

/** Settings of a source that reads JSON. An empty mapping makes a key of each scalar at the top of the answer. */
export const httpJsonSettings = z.strictObject({
  ...addressSettings,
  /** Sent to the address. A value may be a secret. */
  headers: z._default(
    z
      .record(headerName, secretOr(headerValue))
      .check(z.refine((headers) => Object.keys(headers).length <= 20, "At most 20 headers.")),
    {},
  ),
  mapping: z._default(z.array(mappingRule).check(z.maxLength(200, "At most 200 rules.")), []),
});
export type HttpJsonSettings = z.infer<typeof httpJsonSettings>;
