import type { BoardDocument, Panel } from "../../../core/boards/document";
import { onPhone } from "../../../core/boards/phone-layout";

/**
 * A board as its editor shows it: a panel that repeats is there once and a section is open, so that what is seen is what
 * is edited; on a phone's layout the panels stand in its one column.
 */
export function shownDraft(document: BoardDocument, on: "grid" | "phone"): BoardDocument {
  const places = new Map(on === "phone" ? onPhone(document.panels).map(({ panel, place }) => [panel.id, place]) : []);
  return { ...document, panels: document.panels.map((panel) => plain(panel, places.get(panel.id))) };
}

/** The same object as long as there is nothing to leave out, so that it is not drawn anew. */
function plain(panel: Panel, place: Panel["place"] | undefined): Panel {
  if (panel.repeat === undefined && place === undefined) return panel;
  const { repeat: _, ...once } = panel;
  return place ? { ...once, place } : once;
}
