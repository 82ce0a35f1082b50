import * as v from "valibot";
import type { Json } from "../json";
import { isSegment } from "../keys/name";
import { finite } from "../schema/finite";
import { plan } from "./plan";

export const MIN_INTERVAL = 1_000;
export const MAX_INTERVAL = 86_400_000;

/** Lower case, fixed when the source is made: every key of the source begins with it. */
export const slug = v.pipe(
  v.string(),
  v.minLength(1, "Give it a short name."),
  v.maxLength(32, "At most 32 characters."),
  v.regex(/^[a-z0-9][a-z0-9_-]*$/, "Lower-case letters, digits, - and _; it begins with a letter or digit."),
  v.check(isSegment, "This word is reserved."),
);

/** What every source has, whatever its connector. Times are milliseconds, sizes bytes. */
export const sourceDefinition = v.object({
  id: v.string(),
  slug,
  name: v.string(),
  /** The connector's name in sources/registry.ts. */
  kind: v.string(),
  /** Checked against the connector's own schema before use. Secrets in it are sealed: core/sources/secret.ts. */
  settings: v.record(
    v.string(),
    v.custom<Json>(() => true),
  ),
  interval: v.pipe(finite(), v.minValue(MIN_INTERVAL), v.maxValue(MAX_INTERVAL)),
  enabled: v.boolean(),
  /** When it is asked, where that is not just by its interval. */
  plan: v.nullish(plan),
});
export type SourceDefinition = v.InferOutput<typeof sourceDefinition>;

/** A source as it would be saved, to be tried once. `id`: of the one it would change, whose secrets it may use. */
export type SourceDraft = Pick<SourceDefinition, "slug" | "kind" | "settings"> & { readonly id?: string };
