import type { Entry } from "./named-keys";
import type { Shown, ShownValue } from "./shown-value";
import { useShown } from "./use-shown";

/** What a panel's entries are at the end of the window that the board shows. Rendered anew when one of them changes. */
export function useValues(entries: readonly Entry[]): Shown<ShownValue> {
  return useShown(entries, false);
}
