import * as v from "valibot";
import type { Connector, Egress, Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { checkSettings } from "../check-settings";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed, quote } from "../failure";
import { parseBody } from "../http-json/parse-body";
import { answer } from "./answer";
import { readingsOf } from "./mapping";
import { type QueryLine, readQueryLine } from "./query-line";
import { type PrometheusQuerySettings, prometheusQuerySettings } from "./settings";

/** Steps of a range: about as many as a panel has room for. */
const STEPS = 120;

/** Bad data, and an expression that cannot be carried out. */
const REFUSALS: readonly number[] = [400, 422];

/** Asks a Prometheus server, or what speaks its HTTP API, one query after the other. */
export const prometheusQuery: Connector<PrometheusQuerySettings> = {
  kind: "prometheus-query",
  parseSettings: (settings) => checkSettings(prometheusQuerySettings, settings),
  read,
  rowKey: ({ range }) => (range > 0 ? "at" : undefined),
};

async function read(settings: PrometheusQuerySettings, egress: Egress, look: Look): Promise<Outcome> {
  const lines = settings.queries.flatMap((line) => readQueryLine(line) ?? []);
  const end = look.now() + settings.timeout;
  const readings: NamedReading[] = [];
  const notes: string[] = [];
  for (const line of lines) {
    const timeout = end - look.now();
    if (timeout <= 0) return failed("timeout", `There was no complete answer within ${settings.timeout / 1_000} s.`);
    const found = await ask(line, { ...settings, timeout }, egress, look.now());
    if (!found.ok) return found;
    readings.push(...found.readings);
    notes.push(...found.notes);
  }
  const outcome = collectReadings(readings);
  return outcome.ok ? { ...outcome, notes } : outcome;
}

type Asked =
  | { readonly ok: true; readonly readings: readonly NamedReading[]; readonly notes: readonly string[] }
  | Extract<Outcome, { ok: false }>;

async function ask(line: QueryLine, settings: PrometheusQuerySettings, egress: Egress, now: number): Promise<Asked> {
  const { timeout, maxBytes, labels } = settings;
  const reply = await egress.get({
    url: questionUrl(settings, line.query, now),
    timeout,
    maxBytes,
    headers: { accept: "application/json" },
    // Its API says what is wrong with a query in an answer of these.
    alsoRead: REFUSALS,
  });
  if (!reply.ok) return reply;
  const isRefusal = REFUSALS.includes(reply.status);
  const body = parseBody(reply.text, reply.contentType);
  if (isRefusal && !body.ok) return refused(reply.status);
  if (!body.ok) return body;
  const parsed = v.safeParse(answer, body.body);
  if (isRefusal && !(parsed.success && parsed.output.status === "error")) return refused(reply.status);
  if (!parsed.success) return failed("bad_body", "The address does not answer as Prometheus's HTTP API does.");
  if (parsed.output.status === "error")
    return failed("bad_mapping", `The query ${quote(line.name)}: ${parsed.output.error}`);
  const { data, warnings = [] } = parsed.output;
  return {
    ok: true,
    readings: readingsOf(line, data, labels),
    notes: warnings.map((text) => `${quote(line.name)}: ${text}`),
  };
}

function refused(status: number): Asked {
  return failed("upstream_status", `Upstream answered ${status}.`);
}

/** The server's address may have a path: behind a proxy, or as Mimir and Thanos have one. */
function questionUrl({ url, range }: PrometheusQuerySettings, query: string, now: number): string {
  const base = url.replace(/(\/api\/v1(\/query(_range)?)?)?\/*$/, "");
  if (range === 0) return `${base}/api/v1/query?${new URLSearchParams({ query })}`;
  // On whole steps, so that the points of one question are those of the next.
  const step = Math.max(1, Math.ceil((range * 60) / STEPS));
  const end = Math.floor(now / 1_000 / step) * step;
  const times = { start: String(end - range * 60), end: String(end), step: String(step) };
  return `${base}/api/v1/query_range?${new URLSearchParams({ query, ...times })}`;
}
