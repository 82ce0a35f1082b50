import { earthquakes } from "./earthquakes";
import { exchangeRates } from "./exchange-rates";
import { githubStatus } from "./github-status";
import { hackerNews } from "./hacker-news";
import { machine } from "./machine";
import { metricsEndpoint } from "./metrics-endpoint";
import { postgresOverview } from "./postgres-overview";
import { prometheusServer } from "./prometheus-server";
import { propertyMarket } from "./property-market";
import { team } from "./team";
import type { Template } from "./template";
import { weather } from "./weather";
import { webAnalytics } from "./web-analytics";
import { websiteHealth } from "./website-health";

const all: readonly Template[] = [
  machine,
  websiteHealth,
  prometheusServer,
  metricsEndpoint,
  postgresOverview,
  webAnalytics,
  team,
  earthquakes,
  weather,
  exchangeRates,
  githubStatus,
  hackerNews,
  propertyMarket,
];

/** What the gallery offers. `ownMachine`: the server runs beside an exporter that reads its machine. */
export function templates(ownMachine: boolean): readonly Template[] {
  return all.filter((one) => ownMachine || one !== machine);
}
