import type { Connector, Egress, Outcome } from "../../core/sources/connector";
import { checkSettings } from "../check-settings";
import { mapAnswer } from "./mapping";
import { parseBody } from "./parse-body";
import { type HttpJsonSettings, httpJsonSettings } from "./settings";

/** Reads any address that answers with JSON. */
export const httpJson: Connector<HttpJsonSettings> = {
  kind: "http-json",
  parseSettings: (settings) => checkSettings(httpJsonSettings, settings),
  read,
};

async function read(settings: HttpJsonSettings, egress: Egress): Promise<Outcome> {
  const { url, timeout, maxBytes, headers, mapping } = settings;
  const reply = await egress.get({ url, timeout, maxBytes, headers: { accept: "application/json", ...headers } });
  if (!reply.ok) return reply;
  const parsed = parseBody(reply.text, reply.contentType);
  return parsed.ok ? mapAnswer(parsed.body, mapping) : parsed;
}
