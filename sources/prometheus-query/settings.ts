import * as v from "valibot";
import { isSegment } from "../../core/keys/name";
import { finite } from "../../core/schema/finite";
import { listOf } from "../../core/schema/list-of";
import { addressSettings } from "../address-settings";
import { settingsSchema } from "../settings-schema";
import { readQueryLine } from "./query-line";

const line = v.pipe(
  v.string(),
  v.maxLength(1_500, "At most 1500 characters a query."),
  v.check((text) => {
    const read = readQueryLine(text);
    return read?.name.split(".").every(isSegment) ?? false;
  }, "A name, = and PromQL, such as load = node_load1."),
);
const label = v.pipe(v.string(), v.regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, "Names of labels: letters, digits and _."));

/** Settings of a source that asks a Prometheus server, or what speaks its HTTP API. */
export const prometheusQuerySettings = settingsSchema({
  ...addressSettings,
  queries: v.pipe(
    listOf(line, 20, "At most 20 queries.", "Give at least one query."),
    v.minLength(1, "Give at least one query."),
  ),
  /** Labels whose values name the keys of one query; all of them where none is named. */
  labels: v.optional(listOf(label, 20, "At most 20 labels."), []),
  /** Minutes that are asked for up to now, in 120 steps; 0 asks for now alone. */
  range: v.optional(
    v.pipe(
      finite("A number of minutes."),
      v.minValue(0, "Not below 0."),
      v.maxValue(10_080, "At most 10080, which is a week."),
    ),
    0,
  ),
});
export type PrometheusQuerySettings = v.InferOutput<typeof prometheusQuerySettings>;
