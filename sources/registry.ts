import type { Connector, Egress, Outcome } from "../core/sources/connector";
import { editable } from "./editable/connector";
import { httpJson } from "./http-json/connector";
import { prometheusScrape } from "./prometheus-scrape/connector";
import { push } from "./push/connector";

/** A connector whose settings are its own business: parsed and used in one go. */
export interface ListedConnector {
  readonly kind: string;
  read(settings: unknown, egress: Egress): Promise<Outcome>;
  /** For keys of these settings, by their paths: the member that tells their rows apart. */
  rowKeys(settings: unknown): (path: string) => string | undefined;
}

/** Every kind of source there is, by the name that definitions give it. A new kind is added here and nowhere else. */
const connectors: ReadonlyMap<string, ListedConnector> = new Map(
  [listed(prometheusScrape), listed(httpJson), listed(editable), listed(push)].map((connector) => [
    connector.kind,
    connector,
  ]),
);

export function findConnector(kind: string): ListedConnector | undefined {
  return connectors.get(kind);
}

function listed<Settings>(connector: Connector<Settings>): ListedConnector {
  return {
    kind: connector.kind,
    read: async (settings, egress) => {
      const parsed = connector.parseSettings(settings);
      return parsed.ok ? connector.read(parsed.settings, egress) : parsed;
    },
    rowKeys: (settings) => {
      const parsed = connector.parseSettings(settings);
      return (path) => (parsed.ok ? connector.rowKey?.(parsed.settings, path) : undefined);
    },
  };
}
