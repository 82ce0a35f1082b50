import * as z from "zod/mini";
import { secretOr } from "../../core/sources/secret";
import { addressSettings } from "../address-settings";

/** Only the shape, for a quick word in a form. Whether the database may be asked is decided where it is asked. */
function looksLikeDatabase(text: string): boolean {
  return (
    /^(hyperdrive|d1):SQL_[A-Z0-9_]{1,60}$/.test(text) || (/^postgres(ql)?:\/\/[^/]/.test(text) && URL.canParse(text))
  );
}

const connection = z
  .string("Give the database.")
  .check(
    z.maxLength(2_048, "At most 2048 characters."),
    z.refine(
      looksLikeDatabase,
      "Such as postgres://reader:password@db.example.com/shop, hyperdrive:SQL_SHOP or d1:SQL_SHOP.",
    ),
  );

const { timeout, maxBytes } = addressSettings;

/** Settings of a source that asks a database. */
export const sqlSettings = z
  .strictObject({
    /** Holds a password: it is kept as a secret. */
    connection: secretOr(connection),
    query: z
      .string("Give a query.")
      .check(z.minLength(1, "Give a query."), z.maxLength(10_000, "At most 10,000 characters.")),
    /** As for tables: sources/table/table-readings.ts. */
    make: z._default(z.enum(["first", "cells", "rows"], "Not one of the ways."), "first"),
    rowKey: z.optional(
      z.string().check(z.minLength(1, "Give a column's name."), z.maxLength(200, "At most 200 characters.")),
    ),
    maxRows: z._default(
      z.int("A whole number of rows.").check(z.minimum(1, "At least 1."), z.maximum(5_000, "At most 5000.")),
      100,
    ),
    timeout,
    maxBytes,
  })
  .check(
    z.refine(({ make, rowKey }) => make !== "cells" || rowKey !== undefined, {
      error: "Name the column that tells the rows apart.",
      path: ["rowKey"],
    }),
  );
export type SqlSettings = z.infer<typeof sqlSettings>;
