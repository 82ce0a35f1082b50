import * as z from "zod/mini";
import { secretOr } from "../../core/sources/secret";
import { addressSettings } from "../address-settings";
import { mapping } from "../mapping/rule";

const headerName = z.string().check(z.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "Not a header's name."));
const headerValue = z.string().check(z.maxLength(1_000), z.regex(/^[\t\x20-\x7e]*$/, "Only plain ASCII text."));
const parameter = z.string().check(z.minLength(1, "Give a name."), z.maxLength(200, "At most 200 characters."));
const expression = z
  .string()
  .check(z.minLength(1, "Give an expression."), z.maxLength(1_000, "At most 1000 characters."));

/** The most pages that one refresh reads. */
const MAX_PAGES = 50;

/**
 * How an answer says that more follows: by a Link header (RFC 8288) with rel="next"; by an address in it; or by a
 * cursor in it, which is asked for as a parameter. Expressions are JMESPath over the page. Lists at the same place of
 * the pages become one list; all else is of the first page.
 */
const pages = z.discriminatedUnion(
  "by",
  [
    // Not strict: a form sends what was typed for another way as well.
    z.object({ by: z.literal("header") }),
    z.object({ by: z.literal("address"), expression }),
    z.object({ by: z.literal("cursor"), expression, parameter }),
  ],
  "Choose how pages are found.",
);
export type Pages = z.infer<typeof pages>;

/** Settings of a source that reads JSON. An empty mapping makes a key of each scalar at the top of the answer. */
export const httpJsonSettings = z.strictObject({
  ...addressSettings,
  /** Parameters, each in place of one of that name in the address. A value may be a secret. */
  query: z._default(
    z
      .record(parameter, secretOr(z.string().check(z.maxLength(1_000, "At most 1000 characters."))))
      .check(z.refine((query) => Object.keys(query).length <= 20, "At most 20 parameters.")),
    {},
  ),
  /** Sent to the address. A value may be a secret. */
  headers: z._default(
    z
      .record(headerName, secretOr(headerValue))
      .check(z.refine((headers) => Object.keys(headers).length <= 20, "At most 20 headers.")),
    {},
  ),
  /** What is posted, as JSON unless a header says otherwise. Without it the address is asked by GET. */
  body: z.optional(z.string().check(z.maxLength(10_000, "At most 10,000 characters."))),
  pages: z.optional(pages),
  maxPages: z._default(
    z.int("A whole number.").check(z.minimum(1, "At least 1."), z.maximum(MAX_PAGES, `At most ${MAX_PAGES}.`)),
    10,
  ),
  mapping: z._default(mapping, []),
});
export type HttpJsonSettings = z.infer<typeof httpJsonSettings>;
