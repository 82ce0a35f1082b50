import type { Panel } from "./document";

/** What a panel shows, each reference once, in its order; none of a panel that shows no keys. */
export function shownBy(panel: Panel): string[] {
  if ("series" in panel) return [...new Set(panel.series.map(({ key }) => key))];
  if ("keys" in panel) return [...new Set(panel.keys)];
  return "key" in panel ? [panel.key] : [];
}
