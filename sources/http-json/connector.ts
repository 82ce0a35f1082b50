import type { Connector, Egress, Outcome } from "../../core/sources/connector";
import { openText } from "../../core/sources/secret";
import { checkSettings } from "../check-settings";
import { mapAnswer } from "./mapping";
import { parseBody } from "./parse-body";
import { type HttpJsonSettings, httpJsonSettings, type MappingRule } from "./settings";

/** Reads any address that answers with JSON. */
export const httpJson: Connector<HttpJsonSettings> = {
  kind: "http-json",
  parseSettings: (settings) => checkSettings(httpJsonSettings, settings),
  read,
  rowKey: ({ mapping }, path) => mapping.find((rule) => makes(rule, path))?.rowKey,
};

/** Whether the key at this path comes from the rule: the segment after a rule's path is an element's id. */
function makes({ path: own, id }: MappingRule, path: string): boolean {
  return id === undefined ? path === own : path.startsWith(`${own}.`) && !path.includes(".", own.length + 1);
}

async function read(settings: HttpJsonSettings, egress: Egress): Promise<Outcome> {
  const { url, timeout, maxBytes, headers, mapping } = settings;
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, openText(value)]));
  const reply = await egress.get({ url, timeout, maxBytes, headers: { accept: "application/json", ...own } });
  if (!reply.ok) return reply;
  const parsed = parseBody(reply.text, reply.contentType);
  return parsed.ok ? mapAnswer(parsed.body, mapping) : parsed;
}
