import type * as v from "valibot";
import { SYNTHETIC } from "../../../core/sources/synthetic";
import { EDITABLE, PUSH } from "../../../core/sources/written";
import { csvSettings } from "../../../sources/csv/settings";
import { editableSettings } from "../../../sources/editable/settings";
import { feedSettings } from "../../../sources/feed/settings";
import { httpCheckSettings } from "../../../sources/http-check/settings";
import { httpJsonSettings } from "../../../sources/http-json/settings";
import { prometheusQuerySettings } from "../../../sources/prometheus-query/settings";
import { prometheusScrapeSettings } from "../../../sources/prometheus-scrape/settings";
import { pushSettings } from "../../../sources/push/settings";
import { sqlSettings } from "../../../sources/sql/settings";
import { syntheticSettings } from "../../../sources/synthetic/settings";

/** What the settings of each kind must be. */
export const kindSchemas: ReadonlyMap<string, v.GenericSchema> = new Map<string, v.GenericSchema>([
  ["prometheus-scrape", prometheusScrapeSettings],
  ["http-json", httpJsonSettings],
  ["sql", sqlSettings],
  ["csv", csvSettings],
  ["feed", feedSettings],
  ["http-check", httpCheckSettings],
  ["prometheus-query", prometheusQuerySettings],
  [SYNTHETIC, syntheticSettings],
  [EDITABLE, editableSettings],
  [PUSH, pushSettings],
]);
