import type { Connector, Egress, Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import { NotExposition, parseExposition, type Sample } from "./exposition";
import { mapSamples } from "./mapping";
import { type PrometheusScrapeSettings, prometheusScrapeSettings } from "./settings";

/** Asks for the plain text format: the parser reads OpenMetrics' exemplars wrong. */
const ACCEPT = "text/plain;version=0.0.4";

/** Reads an exporter, or anything else that answers in the Prometheus text format. */
export const prometheusScrape: Connector<PrometheusScrapeSettings> = {
  kind: "prometheus-scrape",
  parseSettings: (settings) => checkSettings(prometheusScrapeSettings, settings),
  read,
};

async function read(settings: PrometheusScrapeSettings, egress: Egress, look: Look): Promise<Outcome> {
  const { url, timeout, maxBytes } = settings;
  const reply = await egress.get({ url, timeout, maxBytes, headers: { accept: ACCEPT } });
  if (!reply.ok) return reply;
  const samples = parsed(reply.text);
  if (samples instanceof NotExposition) return failed("bad_body", notThat(reply.contentType, samples.message));
  if (samples.length === 0) return failed("bad_body", "The answer holds no metrics.");
  return mapSamples(samples, settings, look);
}

function parsed(text: string): Sample[] | NotExposition {
  try {
    return parseExposition(text);
  } catch (error) {
    if (error instanceof NotExposition) return error;
    throw error;
  }
}

function notThat(contentType: string, reason: string): string {
  if (contentType.startsWith("text/html")) return "The address answers with a web page, not with metrics.";
  return `The answer could not be read. ${reason}`;
}
