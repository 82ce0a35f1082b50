import type { Connector, Egress, Outcome, QueryReply } from "../../core/sources/connector";
import { openText } from "../../core/sources/secret";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import { jsonCopy, type OwnJson } from "../json-copy";
import { noColumn, type TableColumn, tableReadings } from "../table/table-readings";
import { type SqlSettings, sqlSettings } from "./settings";

/** Asks a database one query, and makes keys of the columns or rows that it finds. */
export const sql: Connector<SqlSettings> = {
  kind: "sql",
  parseSettings: (settings) => checkSettings(sqlSettings, settings),
  read,
  rowKey: ({ make, rowKey }) => (make === "rows" ? rowKey : undefined),
};

async function read(settings: SqlSettings, egress: Egress): Promise<Outcome> {
  const { connection, query, timeout, maxRows, maxBytes } = settings;
  if (!egress.query) return failed("refused_address", "No database may be asked from here.");
  const reply = await egress.query({ database: openText(connection), query, timeout, maxRows, maxBytes });
  if (!reply.ok) return reply;
  const mapped = mapRows(reply, settings);
  const note = `There are more rows: the first ${maxRows} were read.`;
  return mapped.ok && reply.more ? { ...mapped, notes: [note] } : mapped;
}

function mapRows({ columns, rows }: Extract<QueryReply, { ok: true }>, { make, rowKey }: SqlSettings): Outcome {
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    return failed("bad_mapping", `Two columns are called ${twice}: give one another name by AS.`);
  if (rowKey !== undefined && !names.includes(rowKey)) return noColumn(rowKey, names);
  const keyAt = names.indexOf(rowKey ?? "");
  const rowNames = rowKey === undefined ? undefined : rows.map((row) => textOf(jsonCopy(row[keyAt]) ?? null));
  const found = columns.map(({ name, numeric }, i): TableColumn => {
    const values = rows.map((row) => jsonCopy(row[i]) ?? null);
    return { name, numeric, unit: undefined, values };
  });
  return tableReadings(found, rows.length, { make, rowKey, rowNames });
}

function textOf(value: OwnJson): string {
  if (value === null) return "";
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}
