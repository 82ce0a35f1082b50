import type { SourceState } from "../../../core/sources/state";
import { useLiveKeys } from "../../live/use-live-keys";
import { parseSource } from "../panels/use-freshness";

/** The state of one source, live; undefined until the object has told of it. */
export function useSourceState(slug: string): SourceState | undefined {
  const [state] = useLiveKeys([`$sources.${slug}`]);
  return state && (parseSource(state.value) ?? undefined);
}
