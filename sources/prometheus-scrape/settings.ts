import * as z from "zod/mini";
import { addressSettings } from "../address-settings";

/** `node_cpu_*`: letters, digits, `_`, `:`, with `*` for any run of them. */
const glob = z
  .string()
  .check(
    z.maxLength(200, "At most 200 characters."),
    z.regex(/^[a-zA-Z0-9_:*]+$/, "Letters, digits, _ and :, with * for any run of them."),
  );
const globs = z._default(z.array(glob).check(z.maxLength(100, "At most 100 patterns.")), []);

/** Settings of a source that reads the Prometheus text format. */
export const prometheusScrapeSettings = z.strictObject({
  ...addressSettings,
  /** Taken off the front of metric names that have it. */
  prefix: z._default(
    z
      .string()
      .check(z.maxLength(100, "At most 100 characters."), z.regex(/^[a-zA-Z0-9_:]*$/, "Letters, digits, _ and :.")),
    "",
  ),
  /** Metrics to read, by name; empty for all. */
  include: globs,
  /** Metrics to leave out, by name; it wins over `include`. */
  exclude: globs,
  /** Whether counters are told as per-second rates as well. */
  rates: z._default(z.enum(["yes", "no"], "Either yes or no."), "yes"),
});
export type PrometheusScrapeSettings = z.infer<typeof prometheusScrapeSettings>;
