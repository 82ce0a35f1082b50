import { csvCard } from "./kind-cards/csv-card";
import { feedCard } from "./kind-cards/feed-card";
import { httpCheckCard } from "./kind-cards/http-check-card";
import { httpJsonCard } from "./kind-cards/http-json-card";
import type { KindCard } from "./kind-cards/kind-card";
import { prometheusQueryCard } from "./kind-cards/prometheus-query-card";
import { prometheusScrapeCard } from "./kind-cards/prometheus-scrape-card";
import { sqlCard } from "./kind-cards/sql-card";
import { syntheticCard } from "./kind-cards/synthetic-card";
import { type OwnField, ownName } from "./own-field";

/** The cards of the kinds that have fields of their own. */
export const kindCards: ReadonlyMap<string, KindCard> = new Map([
  ["prometheus-scrape", prometheusScrapeCard],
  ["prometheus-query", prometheusQueryCard],
  ["feed", feedCard],
  ["http-json", httpJsonCard],
  ["sql", sqlCard],
  ["csv", csvCard],
  ["synthetic", syntheticCard],
  ["http-check", httpCheckCard],
]);

/** Every kind's own fields with their names in the form. */
export const ownFields: readonly (readonly [name: string, field: OwnField])[] = [...kindCards].flatMap(
  ([kind, { fields }]) => fields.map((field) => [ownName(kind, field.setting), field] as const),
);
