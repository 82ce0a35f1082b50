import type { CsvSettings } from "./settings";

export type ColumnType = "number" | "text" | "date";

/** What stands in cells that hold nothing. */
const NOTHING = /^(|-|–|n\/?a|nan|null|none|\.)$/i;

const POINT = /^([+-]?)((?:\d{1,3}(?:[,' \u00a0\u202f]\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*%?$/i;
const COMMA = /^([+-]?)((?:\d{1,3}(?:[.' \u00a0\u202f]\d{3})+|\d+)(?:,\d*)?|,\d+)(e[+-]?\d+)?\s*%?$/i;
/** ISO 8601, as the date alone or with a time. */
const DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

export function isEmptyCell(text: string): boolean {
  return NOTHING.test(text.trim());
}

/** A number as people write it; null for what is none. `12 %` is 12: the unit says the rest. */
export function cellNumber(text: string, decimal: CsvSettings["decimal"]): number | null {
  const [, sign = "", digits = "", power = ""] = (decimal === "point" ? POINT : COMMA).exec(text.trim()) ?? [];
  if (digits === "") return null;
  const plain = decimal === "point" ? digits.replace(/[^\d.]/g, "") : digits.replace(/[^\d,]/g, "").replace(",", ".");
  const value = Number(sign + plain + power);
  return Number.isFinite(value) ? value : null;
}

/** What the cells of a column are, where nobody says: numbers if all are that hold anything, or else text. */
export function guessType(cells: readonly string[], decimal: CsvSettings["decimal"]): ColumnType {
  const told = cells.filter((cell) => !isEmptyCell(cell));
  return told.length > 0 && told.every((cell) => cellNumber(cell, decimal) !== null) ? "number" : "text";
}

/** The value of a cell; null where it holds nothing, or not what its column says. */
export function cellValue(text: string, type: ColumnType, decimal: CsvSettings["decimal"]): number | string | null {
  const cell = text.trim();
  if (type === "number") return cellNumber(cell, decimal);
  if (type === "date") return DATE.test(cell) && !Number.isNaN(Date.parse(cell)) ? cell.replace(" ", "T") : null;
  return cell === "" ? null : cell;
}
