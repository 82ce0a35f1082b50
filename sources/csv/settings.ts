import * as v from "valibot";
import { listOf } from "../../core/schema/list-of";
import { addressSettings } from "../address-settings";
import { settingsSchema } from "../settings-schema";

/** Characters of a table that is kept with the source. */
export const MAX_TEXT = 200_000;

const columnName = v.pipe(
  v.string(),
  v.minLength(1, "Give a column's name."),
  v.maxLength(200, "At most 200 characters."),
);

/** `Price: number EUR`: a column's name, what its cells are, and their unit. */
const columnRule = v.pipe(
  v.string(),
  v.maxLength(300, "At most 300 characters a line."),
  v.regex(
    /\S\s*:\s*(number|text|date|skip)(\s+\S{1,32})?$/,
    "Such as Price: number EUR. A column is a number, text or date, or skip leaves it out.",
  ),
);

/**
 * Settings of a source that reads a table of comma-separated values, from an address or as text kept here. Columns are
 * named by the first line, or, where that holds values already, by their numbers: 1, 2, 3.
 */
export const csvSettings = v.pipe(
  settingsSchema({
    ...addressSettings,
    url: v.optional(addressSettings.url),
    /** The table itself, in place of an address. */
    text: v.optional(
      v.pipe(v.string(), v.maxLength(MAX_TEXT, "At most 200,000 characters. Put a larger table at an address.")),
    ),
    header: v.optional(v.picklist(["yes", "no"], "Either yes or no."), "yes"),
    /** What stands between two cells; `auto` finds out. */
    delimiter: v.optional(v.picklist(["auto", "comma", "semicolon", "tab", "pipe"], "Not a delimiter."), "auto"),
    /** What stands before the decimals of a number: 1.5 or 1,5. */
    decimal: v.optional(v.picklist(["point", "comma"], "Either point or comma."), "point"),
    /**
     * `cells`: a key for each cell, named by its row and its column. `rows`: one key, `rows`, with all rows as a list.
     * `last` and `first`: a key for each column, with the value of that row.
     */
    make: v.optional(v.picklist(["last", "first", "cells", "rows"], "Not one of the ways."), "last"),
    /** The column that names a row: needed for `cells`, and by which the rows of a list are told apart. */
    rowKey: v.optional(columnName),
    columns: v.optional(listOf(columnRule, 200, "At most 200 columns."), []),
  }),
  v.forward(
    v.check(
      ({ url, text }) => (url === undefined) !== (text === undefined),
      "Give either an address or the table itself.",
    ),
    ["url"],
  ),
  v.forward(
    v.check(
      ({ make, rowKey }) => make !== "cells" || rowKey !== undefined,
      "Name the column that tells the rows apart.",
    ),
    ["rowKey"],
  ),
);
export type CsvSettings = v.InferOutput<typeof csvSettings>;
