import type { Panel } from "../../../core/boards/document";

/** Panels as they are read: from the top, then from the left. The page's order, whatever order they were saved in. */
export function inReadingOrder(panels: readonly Panel[]): Panel[] {
  return panels.toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
}
