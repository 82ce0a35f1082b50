import * as z from "zod/mini";
import type { Json } from "../json";
import { isSegment } from "../keys/name";
import { plan } from "./plan";

export const MIN_INTERVAL = 1_000;
export const MAX_INTERVAL = 86_400_000;

/** Lower case, fixed when the source is made: every key of the source begins with it. */
export const slug = z
  .string()
  .check(
    z.minLength(1, "Give it a short name."),
    z.maxLength(32, "At most 32 characters."),
    z.regex(/^[a-z0-9][a-z0-9_-]*$/, "Lower-case letters, digits, - and _; it begins with a letter or digit."),
    z.refine(isSegment, "This word is reserved."),
  );

/** What every source has, whatever its connector. Times are milliseconds, sizes bytes. */
export const sourceDefinition = z.object({
  id: z.string(),
  slug,
  name: z.string(),
  /** The connector's name in sources/registry.ts. */
  kind: z.string(),
  /** Checked against the connector's own schema before use. Secrets in it are sealed: core/sources/secret.ts. */
  settings: z.record(z.string(), z.custom<Json>()),
  interval: z.number().check(z.minimum(MIN_INTERVAL), z.maximum(MAX_INTERVAL)),
  enabled: z.boolean(),
  /** When it is asked, where that is not just by its interval. */
  plan: z.nullish(plan),
});
export type SourceDefinition = z.infer<typeof sourceDefinition>;

/** A source as it would be saved, to be tried once. `id`: of the one it would change, whose secrets it may use. */
export type SourceDraft = Pick<SourceDefinition, "slug" | "kind" | "settings"> & { readonly id?: string };
