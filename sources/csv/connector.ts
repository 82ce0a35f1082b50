import type { Connector, Egress, Outcome } from "../../core/sources/connector";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import { mapTable } from "./mapping";
import { parseTable } from "./parse-table";
import { type CsvSettings, csvSettings } from "./settings";

const ACCEPT = "text/csv, text/tab-separated-values, text/plain;q=0.9, */*;q=0.5";

/** Reads a table of comma-separated values: from an address, or the text that is kept with the source. */
export const csv: Connector<CsvSettings> = {
  kind: "csv",
  parseSettings: (settings) => checkSettings(csvSettings, settings),
  read,
  rowKey: ({ make, rowKey }) => (make === "rows" ? rowKey : undefined),
};

async function read(settings: CsvSettings, egress: Egress): Promise<Outcome> {
  const { url, text, timeout, maxBytes } = settings;
  if (url === undefined) return mapped(text ?? "", settings);
  const reply = await egress.get({ url, timeout, maxBytes, headers: { accept: ACCEPT } });
  if (!reply.ok) return reply;
  if (reply.contentType.startsWith("text/html")) {
    return failed("bad_body", "The address answers with a web page, not with a table.");
  }
  return mapped(reply.text, settings);
}

function mapped(text: string, settings: CsvSettings): Outcome {
  const parsed = parseTable(text, settings);
  return parsed.ok ? mapTable(parsed.table, settings) : parsed;
}
