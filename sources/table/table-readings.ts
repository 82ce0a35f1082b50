import { escapeSegment } from "../../core/keys/name";
import type { Outcome } from "../../core/sources/connector";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed, quote } from "../failure";
import { jsonCopy, type OwnJson } from "../json-copy";

/** A column of a table that becomes keys, with its values in the order of the rows. */
export interface TableColumn {
  readonly name: string;
  /** Its values are numbers, or null: their past matters. */
  readonly numeric: boolean;
  readonly unit: string | undefined;
  readonly values: readonly OwnJson[];
}

export interface TableKeys {
  /**
   * `cells`: a key for each cell, named by its row and its column. `rows`: one key, `rows`, with all rows as a list.
   * `last` and `first`: a key for each column, with the value of that row.
   */
  readonly make: "last" | "first" | "cells" | "rows";
  /** The column that names a row. It may be one that makes no keys itself. */
  readonly rowNames: readonly string[] | undefined;
  readonly rowKey: string | undefined;
}

/** The keys that are made of a table of so many rows. */
export function tableReadings(columns: readonly TableColumn[], count: number, keys: TableKeys): Outcome {
  if (keys.make === "rows") return collectReadings([rowsReading(columns, count)]);
  if (keys.make === "cells") return collectReadings(cellReadings(columns, keys));
  const row = keys.make === "first" ? 0 : count - 1;
  return collectReadings(columns.map((column) => reading([column.name], column, row)));
}

function rowsReading(columns: readonly TableColumn[], count: number): NamedReading {
  const rows = Array.from({ length: count }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null])),
  );
  // By copying: a column may be called __proto__.
  return { path: "rows", value: jsonCopy(rows) ?? null, meta: { kind: "value" }, origin: "the table" };
}

function cellReadings(columns: readonly TableColumn[], { rowNames = [], rowKey }: TableKeys): NamedReading[] {
  const others = columns.filter(({ name }) => name !== rowKey);
  return rowNames.flatMap((name, row) =>
    name === "" ? [] : others.map((column) => reading([name, column.name], column, row)),
  );
}

function reading(parts: readonly string[], { numeric, unit, values }: TableColumn, row: number): NamedReading {
  const path = parts.map(escapeSegment).join(".");
  const label = path === parts.join(".") ? {} : { label: parts.join(" ") };
  const meta = { kind: numeric ? "series" : "value", ...(unit === undefined ? {} : { unit }), ...label } as const;
  return { path, value: values[row] ?? null, meta, origin: parts.join(" ") };
}

/** Of a column that is named in the settings and is not there. */
export function noColumn(name: string, columns: readonly string[]): ReturnType<typeof failed> {
  const shown = columns.slice(0, 12).map(quote).join(", ");
  const more = columns.length > 12 ? ` and ${columns.length - 12} more` : "";
  return failed("bad_mapping", `There is no column ${quote(name)}. There are: ${shown}${more}.`);
}
