import type { BoardDocument, Panel, Place } from "./document";
import { placeOnPhone } from "./phone-layout";
import { placePanel } from "./place-panel";
import { settle } from "./settle";

/** One step of editing a board. */
export type Edit =
  /** Another place or size: in the grid, or in a phone's column, where only row and height count. */
  | { readonly type: "place"; readonly id: string; readonly place: Place; readonly on: "grid" | "phone" }
  /** Panels whose ids the board does not have yet. */
  | { readonly type: "add"; readonly panels: readonly Panel[] }
  | { readonly type: "remove"; readonly id: string }
  /** In place of the panel of its id. */
  | { readonly type: "panel"; readonly panel: Panel }
  | { readonly type: "board"; readonly board: Omit<BoardDocument, "panels" | "schema"> }
  /** Every panel as far up as it goes. */
  | { readonly type: "close-gaps" };

const MOST = 100;

/** The board after a step; the same where it changed nothing. A board whose panels do not lie on one another stays one. */
export function edited(document: BoardDocument, edit: Edit): BoardDocument {
  const { panels } = document;
  switch (edit.type) {
    case "place":
      return withPanels(
        document,
        edit.on === "phone" ? placeOnPhone(panels, edit.id, edit.place) : placePanel(panels, edit.id, edit.place),
      );
    case "add":
      return withPanels(document, settle([...panels, ...edit.panels].slice(0, MOST)));
    case "remove":
      return withPanels(
        document,
        panels.filter(({ id }) => id !== edit.id),
      );
    case "panel":
      return withPanels(
        document,
        panels.map((one) => (one.id === edit.panel.id ? edit.panel : one)),
      );
    case "board":
      return { ...edit.board, schema: document.schema, panels };
    case "close-gaps":
      return withPanels(document, closedUp(panels));
  }
}

function withPanels(document: BoardDocument, panels: readonly Panel[]): BoardDocument {
  const { panels: before } = document;
  const isSame = panels.length === before.length && panels.every((one, i) => one === before[i]);
  return isSame ? document : { ...document, panels: [...panels] };
}

/** Row by row from the top: each as high as what lies above it allows. */
function closedUp(panels: readonly Panel[]): Panel[] {
  const places = new Map<string, Place>();
  for (const { id, place } of panels.toSorted((a, b) => a.place.y - b.place.y)) {
    const over = [...places.values()].filter((one) => one.x < place.x + place.w && place.x < one.x + one.w);
    places.set(id, { ...place, y: Math.max(0, ...over.map((one) => one.y + one.h)) });
  }
  return panels.map((panel) => {
    const place = places.get(panel.id);
    return !place || place.y === panel.place.y ? panel : { ...panel, place };
  });
}
