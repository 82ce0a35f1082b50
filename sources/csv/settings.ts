import * as z from "zod/mini";
import { addressSettings } from "../address-settings";

/** Characters of a table that is kept with the source. */
export const MAX_TEXT = 200_000;

const columnName = z
  .string()
  .check(z.minLength(1, "Give a column's name."), z.maxLength(200, "At most 200 characters."));

/** `Price: number EUR`: a column's name, what its cells are, and their unit. */
const columnRule = z
  .string()
  .check(
    z.maxLength(300, "At most 300 characters a line."),
    z.regex(
      /\S\s*:\s*(number|text|date|skip)(\s+\S{1,32})?$/,
      "Such as Price: number EUR. A column is a number, text or date, or skip leaves it out.",
    ),
  );

/**
 * Settings of a source that reads a table of comma-separated values, from an address or as text kept here. Columns are
 * named by the first line, or, where that holds values already, by their numbers: 1, 2, 3.
 */
export const csvSettings = z
  .strictObject({
    ...addressSettings,
    url: z.optional(addressSettings.url),
    /** The table itself, in place of an address. */
    text: z.optional(
      z.string().check(z.maxLength(MAX_TEXT, "At most 200,000 characters. Put a larger table at an address.")),
    ),
    header: z._default(z.enum(["yes", "no"], "Either yes or no."), "yes"),
    /** What stands between two cells; `auto` finds out. */
    delimiter: z._default(z.enum(["auto", "comma", "semicolon", "tab", "pipe"], "Not a delimiter."), "auto"),
    /** What stands before the decimals of a number: 1.5 or 1,5. */
    decimal: z._default(z.enum(["point", "comma"], "Either point or comma."), "point"),
    /**
     * `cells`: a key for each cell, named by its row and its column. `rows`: one key, `rows`, with all rows as a list.
     * `last` and `first`: a key for each column, with the value of that row.
     */
    make: z._default(z.enum(["last", "first", "cells", "rows"], "Not one of the ways."), "last"),
    /** The column that names a row: needed for `cells`, and by which the rows of a list are told apart. */
    rowKey: z.optional(columnName),
    columns: z._default(z.array(columnRule).check(z.maxLength(200, "At most 200 columns.")), []),
  })
  .check(
    z.refine(({ url, text }) => (url === undefined) !== (text === undefined), {
      error: "Give either an address or the table itself.",
      path: ["url"],
    }),
    z.refine(({ make, rowKey }) => make !== "cells" || rowKey !== undefined, {
      error: "Name the column that tells the rows apart.",
      path: ["rowKey"],
    }),
  );
export type CsvSettings = z.infer<typeof csvSettings>;
