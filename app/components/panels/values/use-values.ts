import { useMemo } from "react";
import { slugsOf } from "../slugs-of";
import { usePanelLoading } from "../use-panel-loading";
import { type Entry, type NamedKey, namedKeys } from "./named-keys";
import type { Shown, ShownValue } from "./shown-value";
import { useKeysAt } from "./use-keys-at";

/** What a panel's entries are at the time that the board shows. Rendered anew when one of them changes. */
export function useValues(entries: readonly Entry[]): Shown<ShownValue> {
  const patterns = entries.map(({ key }) => key);
  const live = useKeysAt(patterns);
  const slugs = slugsOf(patterns, live);
  const isLoading = usePanelLoading(slugs);
  const values = useMemo(() => namedKeys(entries, live).map(shownValue), [entries, live]);
  return { values, slugs, isLoading };
}

function shownValue({ live, name }: NamedKey): ShownValue {
  const { key, value, at, meta } = live;
  return { id: key, name, unit: meta.unit, value, at, isSeries: meta.kind === "series" };
}
