import { escapeSegment } from "../../core/keys/name";
import type { Outcome } from "../../core/sources/connector";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed, quote } from "../failure";
import { jsonCopy } from "../json-copy";
import { type ColumnType, cellNumber, cellValue, guessType, isEmptyCell } from "./cell";
import type { Table } from "./parse-table";
import type { CsvSettings } from "./settings";

/** A column that becomes keys, and its values in the order of the rows. */
interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string | undefined;
  readonly values: readonly (number | string | null)[];
}

/** The keys that the settings make of a table. */
export function mapTable(table: Table, settings: CsvSettings): Outcome {
  const missing = [settings.rowKey, ...settings.columns.map((line) => readRule(line).name)].find(
    (name) => name !== undefined && !table.columns.includes(name),
  );
  if (missing !== undefined) {
    return failed("bad_mapping", `There is no column ${quote(missing)}. There are: ${names(table.columns)}.`);
  }
  const columns = columnsOf(table, settings);
  const notes = [...table.notes, ...unread(table, columns, settings)];
  const mapped = readingsOf(table, columns, settings);
  return mapped.ok && notes.length > 0 ? { ...mapped, notes } : mapped;
}

function names(columns: readonly string[]): string {
  const shown = columns.slice(0, 12).map(quote).join(", ");
  return columns.length > 12 ? `${shown} and ${columns.length - 12} more` : shown;
}

/** The name may have a colon in it: the last one ends it. */
function readRule(line: string): { name: string; type: ColumnType | "skip"; unit: string | undefined } {
  const at = line.lastIndexOf(":");
  const [type = "", unit] = line
    .slice(at + 1)
    .trim()
    .split(/\s+/);
  const known = type === "number" || type === "date" || type === "skip" ? type : "text";
  return { name: line.slice(0, at).trim(), type: known, unit };
}

function columnsOf(table: Table, { columns: lines, decimal }: CsvSettings): Column[] {
  const rules = new Map(lines.map(readRule).map((rule) => [rule.name, rule]));
  return table.columns.flatMap((name, i) => {
    const rule = rules.get(name);
    if (rule?.type === "skip") return [];
    const cells = table.rows.map((row) => row[i] ?? "");
    const type = rule?.type ?? guessType(cells, decimal);
    const percent = type === "number" && cells.some((cell) => cell.trimEnd().endsWith("%"));
    const unit = rule?.unit ?? (percent ? "%" : undefined);
    return [{ name, type, unit, values: cells.map((cell) => cellValue(cell, type, decimal)) }];
  });
}

/** Cells that are not what their column is said to be. */
function unread(table: Table, columns: readonly Column[], { decimal }: CsvSettings): string[] {
  return columns.flatMap(({ name, type, values }) => {
    const at = table.columns.indexOf(name);
    const wrong = values.findIndex((value, row) => value === null && !isEmptyCell(table.rows[row]?.[at] ?? ""));
    if (wrong === -1) return [];
    const cell = table.rows[wrong]?.[at] ?? "";
    const hint = type === "number" && cellNumber(cell, decimal === "point" ? "comma" : "point") !== null;
    const advice = hint ? " Is the decimal mark right?" : "";
    return [`Row ${wrong + 1} of ${quote(name)} is ${quote(cell)}, which is no ${type}: it is left empty.${advice}`];
  });
}

function readingsOf(table: Table, columns: readonly Column[], settings: CsvSettings): Outcome {
  if (settings.make === "rows") return collectReadings([rowsReading(table, columns)]);
  if (settings.make === "cells") {
    return collectReadings(cellReadings(table, columns, table.columns.indexOf(settings.rowKey ?? "")));
  }
  const row = settings.make === "first" ? 0 : table.rows.length - 1;
  return collectReadings(columns.map((column) => reading([column.name], column, row)));
}

function rowsReading(table: Table, columns: readonly Column[]): NamedReading {
  // By copying: a column may be called __proto__.
  const value = jsonCopy(
    table.rows.map((_, row) => Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null]))),
  );
  return { path: "rows", value: value ?? null, meta: { kind: "value" }, origin: "the table" };
}

function cellReadings(table: Table, columns: readonly Column[], idAt: number): NamedReading[] {
  const id = table.columns[idAt];
  return table.rows.flatMap((cells, row) => {
    const name = cells[idAt]?.trim() ?? "";
    if (name === "") return [];
    return columns.filter((column) => column.name !== id).map((column) => reading([name, column.name], column, row));
  });
}

function reading(parts: readonly string[], { type, unit, values }: Column, row: number): NamedReading {
  const path = parts.map(escapeSegment).join(".");
  const label = path === parts.join(".") ? {} : { label: parts.join(" ") };
  const meta = {
    kind: type === "number" ? "series" : "value",
    ...(unit === undefined ? {} : { unit }),
    ...label,
  } as const;
  return { path, value: values[row] ?? null, meta, origin: parts.join(" ") };
}
