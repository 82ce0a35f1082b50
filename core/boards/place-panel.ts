import type { Panel, Place } from "./document";
import { GRID_COLUMNS } from "./grid-columns";
import { overlaps } from "./settle";

/**
 * The panels with one of them at another place, or of another size. It stays where it was put; those under it make room:
 * upward where what it left is enough for them, else down to the first free row. Nobody else moves, so that two people's
 * moves seldom meet. A section takes along what is below it, down to the next one. The order of the list stays.
 */
export function placePanel(panels: readonly Panel[], id: string, wanted: Place): Panel[] {
  const panel = panels.find((one) => one.id === id);
  if (!panel) return [...panels];
  const place = inGrid(wanted);
  const down = place.y - panel.place.y;
  const moved = new Map<string, Place>([[id, place]]);
  if (panel.type === "section" && down !== 0) {
    // Of another height it may reach into what it takes along.
    for (const one of below(panels, panel)) {
      moved.set(one.id, firstFree({ ...one.place, y: one.place.y + down }, [...moved.values()]));
    }
  }
  const settled = [...moved.values()];
  const left = panel.place;
  const others = panels.filter((one) => !moved.has(one.id));
  for (const one of fromTop(others)) {
    const taken = (at: Place) => settled.some((other) => overlaps(at, other));
    // Those that have not had their turn keep their places as long as they can.
    const waiting = others.filter((other) => other !== one && !moved.has(other.id)).map((other) => other.place);
    const up = { ...one.place, y: Math.max(0, Math.min(left.y, one.place.y - left.h)) };
    const at = !taken(one.place)
      ? one.place
      : up.y < one.place.y && ![...settled, ...waiting].some((other) => overlaps(up, other))
        ? up
        : firstFree(one.place, settled);
    moved.set(one.id, at);
    settled.push(at);
  }
  return panels.map((one) => withPlace(one, moved.get(one.id) ?? one.place));
}

/** What a section is the heading of, as the grid is read. */
function below(panels: readonly Panel[], section: Panel): Panel[] {
  const read = fromTop(panels);
  const rest = read.slice(read.indexOf(section) + 1);
  const next = rest.findIndex(({ type }) => type === "section");
  return next === -1 ? rest : rest.slice(0, next);
}

function fromTop(panels: readonly Panel[]): Panel[] {
  return panels.toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
}

function firstFree(place: Place, others: readonly Place[]): Place {
  const under = others.filter((other) => overlaps(place, other));
  return under.length === 0 ? place : firstFree({ ...place, y: Math.max(...under.map(({ y, h }) => y + h)) }, others);
}

function withPlace<P extends Panel>(panel: P, place: Place): P {
  const { x, y, w, h } = panel.place;
  return x === place.x && y === place.y && w === place.w && h === place.h ? panel : { ...panel, place };
}

const MAX_HEIGHT = 40;

/** The nearest place that the grid has. */
function inGrid({ x, y, w, h }: Place): Place {
  const width = clamp(w, 1, GRID_COLUMNS);
  return { x: clamp(x, 0, GRID_COLUMNS - width), y: Math.max(0, Math.round(y)), w: width, h: clamp(h, 1, MAX_HEIGHT) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
