import * as v from "valibot";
import { whole } from "../../core/schema/whole";
import { secretOr } from "../../core/sources/secret";
import { addressSettings } from "../address-settings";
import { settingsSchema } from "../settings-schema";

/** Only the shape, for a quick word in a form. Whether the database may be asked is decided where it is asked. */
function looksLikeDatabase(text: string): boolean {
  return (
    /^(hyperdrive|d1):SQL_[A-Z0-9_]{1,60}$/.test(text) || (/^postgres(ql)?:\/\/[^/]/.test(text) && URL.canParse(text))
  );
}

const connection = v.pipe(
  v.string("Give the database."),
  v.maxLength(2_048, "At most 2048 characters."),
  v.check(
    looksLikeDatabase,
    "Such as postgres://reader:password@db.example.com/shop, hyperdrive:SQL_SHOP or d1:SQL_SHOP.",
  ),
);

const { timeout, maxBytes } = addressSettings;

/** Settings of a source that asks a database. */
export const sqlSettings = v.pipe(
  settingsSchema({
    /** Holds a password: it is kept as a secret. */
    connection: secretOr(connection),
    query: v.pipe(
      v.string("Give a query."),
      v.minLength(1, "Give a query."),
      v.maxLength(10_000, "At most 10,000 characters."),
    ),
    /** As for tables: sources/table/table-readings.ts. */
    make: v.optional(v.picklist(["first", "cells", "rows"], "Not one of the ways."), "first"),
    rowKey: v.optional(
      v.pipe(v.string(), v.minLength(1, "Give a column's name."), v.maxLength(200, "At most 200 characters.")),
    ),
    maxRows: v.optional(
      v.pipe(whole("A whole number of rows."), v.minValue(1, "At least 1."), v.maxValue(5_000, "At most 5000.")),
      100,
    ),
    timeout,
    maxBytes,
  }),
  v.forward(
    v.check(
      ({ make, rowKey }) => make !== "cells" || rowKey !== undefined,
      "Name the column that tells the rows apart.",
    ),
    ["rowKey"],
  ),
);
export type SqlSettings = v.InferOutput<typeof sqlSettings>;
