import Papa from "papaparse";
import type { Failure } from "../../core/sources/state";
import { failureOf, quote } from "../failure";
import type { CsvSettings } from "./settings";

/** A table as text: each row has a cell for each column. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What was odd about it, as sentences. */
  readonly notes: readonly string[];
}

type Parsed = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly failure: Failure };

const DELIMITERS = { auto: "", comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;

/** Reads comma-separated values (RFC 4180) and their kin. */
export function parseTable(text: string, settings: Pick<CsvSettings, "delimiter" | "header">): Parsed {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: DELIMITERS[settings.delimiter],
    skipEmptyLines: "greedy",
  });
  const wrong = errors.find(({ type }) => type === "Quotes");
  // It counts from 0.
  if (wrong) return bad(`Line ${(wrong.row ?? 0) + 1} has a quotation mark that does not fit.`);
  const [first, ...rest] = data;
  if (!first) return bad("The table is empty.");
  const named = settings.header === "yes";
  const columns = first.map((cell, i) => (named && cell.trim() !== "" ? cell.trim() : String(i + 1)));
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) return bad(`Two columns are called ${quote(twice)}.`);
  const rows = named ? rest : data;
  if (rows.length === 0) return bad("The table has a first line, and no rows after it.");
  return { ok: true, table: { columns, rows, notes: oddRows(rows, columns.length) } };
}

function oddRows(rows: readonly (readonly string[])[], width: number): string[] {
  const odd = rows.filter((row) => row.length !== width);
  const [first] = odd;
  if (!first) return [];
  const place = `row ${rows.indexOf(first) + 1} has ${first.length}`;
  const more = odd.length > 1 ? `, and ${odd.length - 1} more differ` : "";
  return [`The first line has ${width} cells, ${place}${more}: what lacks is empty, what is too much is left out.`];
}

function bad(message: string): Parsed {
  return { ok: false, failure: failureOf("bad_body", message) };
}
