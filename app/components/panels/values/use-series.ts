import type { Entry } from "./named-keys";
import type { Shown, ShownSeries } from "./shown-value";
import { useShown } from "./use-shown";

/** What a panel's entries are, with their course in the window that the board shows. */
export function useSeries(entries: readonly Entry[]): Shown<ShownSeries> {
  return useShown(entries, true);
}
