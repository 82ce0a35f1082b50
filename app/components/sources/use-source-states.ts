import { useMemo } from "react";
import type { SourceState } from "../../../core/sources/state";
import { useLiveKeys } from "../../live/use-live-keys";
import { parseSource } from "../panels/use-freshness";

const PREFIX = "$sources.";
/** What a page about sources subscribes to. */
export const SOURCE_STATES = [`${PREFIX}*`];

/** The state of each source by its short name, live. */
export function useSourceStates(): ReadonlyMap<string, SourceState> {
  const values = useLiveKeys(SOURCE_STATES);
  return useMemo(() => {
    const states = new Map<string, SourceState>();
    for (const { key, value } of values) {
      const state = parseSource(value);
      if (state) states.set(key.slice(PREFIX.length), state);
    }
    return states;
  }, [values]);
}
