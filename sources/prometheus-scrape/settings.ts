import * as v from "valibot";
import { listOf } from "../../core/schema/list-of";
import { addressSettings } from "../address-settings";
import { settingsSchema } from "../settings-schema";

/** `node_cpu_*`: letters, digits, `_`, `:`, with `*` for any run of them. */
const glob = v.pipe(
  v.string(),
  v.maxLength(200, "At most 200 characters."),
  v.regex(/^[a-zA-Z0-9_:*]+$/, "Letters, digits, _ and :, with * for any run of them."),
);
const globs = v.optional(listOf(glob, 100, "At most 100 patterns."), []);

/** Settings of a source that reads the Prometheus text format. */
export const prometheusScrapeSettings = settingsSchema({
  ...addressSettings,
  /** Taken off the front of metric names that have it. */
  prefix: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(100, "At most 100 characters."),
      v.regex(/^[a-zA-Z0-9_:]*$/, "Letters, digits, _ and :."),
    ),
    "",
  ),
  /** Metrics to read, by name; empty for all. */
  include: globs,
  /** Metrics to leave out, by name; it wins over `include`. */
  exclude: globs,
  /** Whether counters are told as per-second rates as well. */
  rates: v.optional(v.picklist(["yes", "no"], "Either yes or no."), "yes"),
});
export type PrometheusScrapeSettings = v.InferOutput<typeof prometheusScrapeSettings>;
