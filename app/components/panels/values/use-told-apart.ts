import { useMemo } from "react";
import { useLiveKeys } from "../../../live/use-live-keys";
import { parseSource } from "../use-freshness";
import type { ShownValue } from "./shown-value";
import { toldApart } from "./told-apart";

/** Values of which no two have the same name, by the names of the sources behind them. */
export function useToldApart(values: readonly ShownValue[]): readonly ShownValue[] {
  const sources = useLiveKeys(["$sources.*"]);
  return useMemo(() => {
    const states = new Map(sources.map(({ key, value }) => [key, value]));
    return toldApart(values, (slug) => parseSource(states.get(`$sources.${slug}`))?.name);
  }, [values, sources]);
}
