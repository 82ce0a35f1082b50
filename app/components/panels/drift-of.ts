import { sourceOf } from "../../../core/keys/name";
import { matches } from "../../../core/keys/pattern";
import type { Drift } from "../../../core/sources/state";
import type { SourceFreshness } from "./use-freshness";

/** What has drifted of the keys that these patterns show, each with its source. */
export function driftOf(
  patterns: readonly string[],
  sources: readonly Pick<SourceFreshness, "slug" | "source">[],
): readonly (Drift & { readonly slug: string })[] {
  return sources.flatMap(({ slug, source }) => {
    const drift = source?.state === "ok" ? (source.drift ?? []) : [];
    return drift.filter(({ path }) => concerns(patterns, slug, path)).map((one) => ({ ...one, slug }));
  });
}

/** Whether a pattern shows the key at this path, or one below it; with no path, any of the source. */
function concerns(patterns: readonly string[], slug: string, path: string): boolean {
  const key = `${slug}.${path}`;
  return patterns.some((pattern) =>
    path === ""
      ? sourceOf(pattern) === slug || pattern.startsWith("*")
      : matches(pattern, key) || pattern.startsWith(`${key}.`),
  );
}
