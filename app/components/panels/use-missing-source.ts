import { useLiveKeys } from "../../live/use-live-keys";
import { parseSource } from "./use-freshness";

/** The first of these sources that is not in the workspace. Tells nothing before the first values are there. */
export function useMissingSource(slugs: readonly string[]): string | undefined {
  const values = useLiveKeys(slugs.map((slug) => `$sources.${slug}`));
  return slugs.find(
    (slug) => !slug.startsWith("$") && !parseSource(values.find(({ key }) => key === `$sources.${slug}`)?.value),
  );
}
