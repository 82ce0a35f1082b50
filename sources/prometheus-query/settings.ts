import * as z from "zod/mini";
import { isSegment } from "../../core/keys/name";
import { addressSettings } from "../address-settings";
import { readQueryLine } from "./query-line";

const line = z.string().check(
  z.maxLength(1_500, "At most 1500 characters a query."),
  z.refine((text) => {
    const read = readQueryLine(text);
    return read?.name.split(".").every(isSegment) ?? false;
  }, "A name, = and PromQL, such as load = node_load1."),
);
const label = z.string().check(z.regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, "Names of labels: letters, digits and _."));

/** Settings of a source that asks a Prometheus server, or what speaks its HTTP API. */
export const prometheusQuerySettings = z.strictObject({
  ...addressSettings,
  queries: z
    .array(line, "Give at least one query.")
    .check(z.minLength(1, "Give at least one query."), z.maxLength(20, "At most 20 queries.")),
  /** Labels whose values name the keys of one query; all of them where none is named. */
  labels: z._default(z.array(label).check(z.maxLength(20, "At most 20 labels.")), []),
  /** Minutes that are asked for up to now, in 120 steps; 0 asks for now alone. */
  range: z._default(
    z
      .number("A number of minutes.")
      .check(z.minimum(0, "Not below 0."), z.maximum(10_080, "At most 10080, which is a week.")),
    0,
  ),
});
export type PrometheusQuerySettings = z.infer<typeof prometheusQuerySettings>;
