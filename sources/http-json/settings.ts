import * as v from "valibot";
import { dictionary } from "../../core/schema/dictionary";
import { whole } from "../../core/schema/whole";
import { secretOr } from "../../core/sources/secret";
import { addressSettings } from "../address-settings";
import { mapping } from "../mapping/rule";
import { settingsSchema } from "../settings-schema";

const headerName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "Not a header's name."));
const headerValue = v.pipe(v.string(), v.maxLength(1_000), v.regex(/^[\t\x20-\x7e]*$/, "Only plain ASCII text."));
const parameter = v.pipe(v.string(), v.minLength(1, "Give a name."), v.maxLength(200, "At most 200 characters."));
const expression = v.pipe(
  v.string(),
  v.minLength(1, "Give an expression."),
  v.maxLength(1_000, "At most 1000 characters."),
);

/** The most pages that one refresh reads. */
const MAX_PAGES = 50;

/**
 * How an answer says that more follows: by a Link header (RFC 8288) with rel="next"; by an address in it; or by a
 * cursor in it, which is asked for as a parameter. Expressions are JMESPath over the page. Lists at the same place of
 * the pages become one list; all else is of the first page.
 */
const pages = v.variant(
  "by",
  [
    // Not strict: a form sends what was typed for another way as well.
    v.object({ by: v.literal("header") }),
    v.object({ by: v.literal("address"), expression }),
    v.object({ by: v.literal("cursor"), expression, parameter }),
  ],
  "Choose how pages are found.",
);
export type Pages = v.InferOutput<typeof pages>;

/** Settings of a source that reads JSON. An empty mapping makes a key of each scalar at the top of the answer. */
export const httpJsonSettings = settingsSchema({
  ...addressSettings,
  /** Parameters, each in place of one of that name in the address. A value may be a secret. */
  query: v.optional(
    v.pipe(
      dictionary(parameter, secretOr(v.pipe(v.string(), v.maxLength(1_000, "At most 1000 characters.")))),
      v.check((query) => Object.keys(query).length <= 20, "At most 20 parameters."),
    ),
    {},
  ),
  /** Sent to the address. A value may be a secret. */
  headers: v.optional(
    v.pipe(
      dictionary(headerName, secretOr(headerValue)),
      v.check((headers) => Object.keys(headers).length <= 20, "At most 20 headers."),
    ),
    {},
  ),
  /** What is posted, as JSON unless a header says otherwise. Without it the address is asked by GET. */
  body: v.optional(v.pipe(v.string(), v.maxLength(10_000, "At most 10,000 characters."))),
  pages: v.optional(pages),
  maxPages: v.optional(
    v.pipe(whole("A whole number."), v.minValue(1, "At least 1."), v.maxValue(MAX_PAGES, `At most ${MAX_PAGES}.`)),
    10,
  ),
  mapping: v.optional(mapping, []),
});
export type HttpJsonSettings = v.InferOutput<typeof httpJsonSettings>;
