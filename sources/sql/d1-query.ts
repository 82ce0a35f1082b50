import type { Json } from "../../core/json";
import type { QueryReply, QueryRequest } from "../../core/sources/connector";
import { failed } from "../failure";

/** As much of a D1 binding as is needed. */
export interface D1 {
  prepare(query: string): { raw(options: { columnNames: true }): Promise<[string[], ...unknown[][]]> };
}

/** Text, names and comments, in which anything may stand. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Asks a D1 database. It has no transaction that can only read, so the query is put where SQLite takes nothing but a
 * SELECT, as one statement: it may neither end before its end nor leave the brackets around it.
 */
export async function askD1(database: D1, { query, maxRows, maxBytes }: QueryRequest): Promise<QueryReply> {
  const inner = query.trim().replace(/;$/, "");
  if (!staysInside(inner)) return failed("bad_mapping", "The query must be one SELECT, without a semicolon.");
  try {
    const [names, ...rows] = await database
      // On a line of its own: the query may end with a comment.
      .prepare(`SELECT * FROM (\n${inner}\n) LIMIT ${maxRows + 1}`)
      .raw({ columnNames: true });
    if (JSON.stringify(rows).length > maxBytes)
      return failed("too_large", "The rows are larger than the source's limit.");
    const columns = names.map((name, i) => ({ name, numeric: isNumeric(rows.map((row) => row[i])) }));
    const values = rows.slice(0, maxRows).map((row) => row.map(valueOf));
    return { ok: true, columns, rows: values, more: rows.length > maxRows };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = error.message.replace(/^D1_ERROR: /, "").replace(/: SQLITE_\w+$/, "");
    return failed("bad_mapping", `The query does not work: ${message}.`);
  }
}

function staysInside(query: string): boolean {
  const bare = query.replaceAll(QUOTED, " ");
  if (/[;'"`]|\/\*/.test(bare)) return false;
  let depth = 0;
  for (const character of bare) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function isNumeric(values: readonly unknown[]): boolean {
  return (
    values.some((value) => typeof value === "number") &&
    values.every((value) => value === null || typeof value === "number")
  );
}

function valueOf(value: unknown): Json {
  if (typeof value === "string" || typeof value === "number") return value;
  // Bytes come as a list of numbers.
  return Array.isArray(value) ? `${value.length} bytes` : null;
}
