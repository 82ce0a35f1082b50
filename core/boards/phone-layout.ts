import type { Panel, Place } from "./document";
import { GRID_COLUMNS } from "./grid-columns";

/** A panel in the one column of a phone: its place there, over the grid's whole width. */
export interface OnPhone {
  readonly panel: Panel;
  readonly place: Place;
}

/** The panels as a phone shows them: by their turns, those without one at the end, as the grid is read. */
export function onPhone(panels: readonly Panel[]): OnPhone[] {
  let y = 0;
  return inTurn(panels).map((panel) => {
    const place = { x: 0, y, w: GRID_COLUMNS, h: panel.phone?.h ?? panel.place.h };
    y += place.h;
    return { panel, place };
  });
}

function inTurn(panels: readonly Panel[]): Panel[] {
  const turn = ({ phone }: Panel) => phone?.y ?? Number.MAX_SAFE_INTEGER;
  return panels.toSorted((a, b) => turn(a) - turn(b) || a.place.y - b.place.y || a.place.x - b.place.x);
}

const MAX_HEIGHT = 40;

/**
 * The panels with one of them at another row of the column, or of another height there: it goes before the first of the
 * others whose middle it lies above. From then on each panel has a turn of its own.
 */
export function placeOnPhone(panels: readonly Panel[], id: string, { y, h }: Pick<Place, "y" | "h">): Panel[] {
  const column = onPhone(panels);
  const moved = column.find(({ panel }) => panel.id === id);
  if (!moved) return [...panels];
  const height = Math.min(MAX_HEIGHT, Math.max(1, Math.round(h)));
  const others = column.filter((one) => one !== moved);
  const isUp = y < moved.place.y;
  // Its upper edge leads when it goes up, its lower one when it goes down.
  const edge = isUp ? y : y + height;
  const at =
    y === moved.place.y ? column.indexOf(moved) : others.filter(({ place }) => place.y + place.h / 2 <= edge).length;
  const next = others.toSpliced(at, 0, { ...moved, place: { ...moved.place, h: height } });
  let row = 0;
  const turns = new Map<string, { y: number; h: number }>();
  for (const { panel, place } of next) {
    turns.set(panel.id, { y: row, h: place.h });
    row += place.h;
  }
  return panels.map((panel) => withTurn(panel, turns.get(panel.id)));
}

function withTurn<P extends Panel>(panel: P, turn: { y: number; h: number } | undefined): P {
  if (!turn || (panel.phone?.y === turn.y && panel.phone.h === turn.h)) return panel;
  return { ...panel, phone: turn };
}
