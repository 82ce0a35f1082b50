import { useLiveKeys } from "../../live/use-live-keys";
import { parseSource } from "./use-freshness";

/**
 * Whether a panel without values is still to get its first ones: a source of it has not answered yet, or is not known
 * yet. After that, keys that are not there are missing.
 */
export function usePanelLoading(slugs: readonly string[]): boolean {
  const values = useLiveKeys(slugs.map((slug) => `$sources.${slug}`));
  return slugs.some((slug) => {
    const source = parseSource(values.find(({ key }) => key === `$sources.${slug}`)?.value);
    return source === undefined || source.state === "waiting";
  });
}
