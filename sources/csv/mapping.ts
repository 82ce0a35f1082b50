import type { Outcome } from "../../core/sources/connector";
import { quote } from "../failure";
import { noColumn, type TableColumn, tableReadings } from "../table/table-readings";
import { type ColumnType, cellNumber, cellValue, guessType, isEmptyCell } from "./cell";
import type { Table } from "./parse-table";
import type { CsvSettings } from "./settings";

interface Column extends TableColumn {
  readonly type: ColumnType;
}

/** The keys that the settings make of a table. */
export function mapTable(table: Table, settings: CsvSettings): Outcome {
  const missing = [settings.rowKey, ...settings.columns.map((line) => readRule(line).name)].find(
    (name) => name !== undefined && !table.columns.includes(name),
  );
  if (missing !== undefined) {
    return noColumn(missing, table.columns);
  }
  const columns = columnsOf(table, settings);
  const notes = [...table.notes, ...unread(table, columns, settings)];
  const { make, rowKey } = settings;
  const idAt = table.columns.indexOf(rowKey ?? "");
  const rowNames = rowKey === undefined ? undefined : table.rows.map((row) => row[idAt]?.trim() ?? "");
  const mapped = tableReadings(columns, table.rows.length, { make, rowKey, rowNames });
  return mapped.ok && notes.length > 0 ? { ...mapped, notes } : mapped;
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
    return [
      { name, type, numeric: type === "number", unit, values: cells.map((cell) => cellValue(cell, type, decimal)) },
    ];
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
