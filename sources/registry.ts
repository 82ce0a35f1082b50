import type { Connector, Egress, Outcome } from "../core/sources/connector";
import type { Look } from "../core/sources/look";
import { csv } from "./csv/connector";
import { editable } from "./editable/connector";
import { feed } from "./feed/connector";
import { httpCheck } from "./http-check/connector";
import { httpJson } from "./http-json/connector";
import { prometheusQuery } from "./prometheus-query/connector";
import { prometheusScrape } from "./prometheus-scrape/connector";
import { push } from "./push/connector";
import { sql } from "./sql/connector";
import { synthetic } from "./synthetic/connector";

/** Where a connector's notes from one refresh to the next are kept: as long as the object `of` is. */
export interface Memory {
  readonly of: object;
  /** Whether what the last refresh brought is held; otherwise nothing may be left out as known. */
  readonly held: boolean;
  /** A key as it stands, by its full name. */
  key(name: string): ReturnType<Look["held"]>;
  readonly lookedAt: Look["lookedAt"];
}

/** A connector whose settings are its own business: parsed and used in one go. */
export interface ListedConnector {
  readonly kind: string;
  read(settings: unknown, egress: Egress, look: Look, memory?: Memory): Promise<Outcome<unknown>>;
  /** For keys of these settings, by their paths: the member that tells their rows apart. */
  rowKeys(settings: unknown): (path: string) => string | undefined;
}

/** Every kind of source there is, by the name that definitions give it. A new kind is added here and nowhere else. */
const connectors: ReadonlyMap<string, ListedConnector> = new Map(
  [
    listed(prometheusScrape),
    listed(httpJson),
    listed(csv),
    listed(feed),
    listed(httpCheck),
    listed(prometheusQuery),
    listed(sql),
    listed(synthetic),
    listed(editable),
    listed(push),
  ].map((connector) => [connector.kind, connector]),
);

export function findConnector(kind: string): ListedConnector | undefined {
  return connectors.get(kind);
}

function listed<Settings, Kept>(connector: Connector<Settings, Kept>): ListedConnector {
  const notes = new WeakMap<object, Kept>();
  return {
    kind: connector.kind,
    read: async (settings, egress, look, memory) => {
      const parsed = connector.parseSettings(settings);
      if (!parsed.ok) return parsed;
      const kept = memory?.held ? notes.get(memory.of) : undefined;
      const outcome = await connector.read(parsed.settings, egress, look, kept);
      if (memory && outcome.ok && outcome.kept !== undefined) notes.set(memory.of, outcome.kept);
      return outcome;
    },
    rowKeys: (settings) => {
      const parsed = connector.parseSettings(settings);
      return (path) => (parsed.ok ? connector.rowKey?.(parsed.settings, path) : undefined);
    },
  };
}
