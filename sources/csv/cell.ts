import { isoTime } from "../../core/schema/iso-time";
import type { CsvSettings } from "./settings";

export type ColumnType = "number" | "text" | "date";

/** What stands in cells that hold nothing. */
const NOTHING = /^(|-|–|n\/?a|nan|null|none|\.)$/i;

const POINT = /^([+-]?)((?:\d{1,3}(?:[,' \u00a0\u202f]\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*%?$/i;
const COMMA = /^([+-]?)((?:\d{1,3}(?:[.' \u00a0\u202f]\d{3})+|\d+)(?:,\d*)?|,\d+)(e[+-]?\d+)?\s*%?$/i;

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
  if (type === "date") return isoTime(isoText(cell)) === null ? null : isoText(cell);
  return cell === "" ? null : cell;
}

/** Databases write a space for the T, and offsets without their colon. */
function isoText(cell: string): string {
  return cell.replace(" ", "T").replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
}
