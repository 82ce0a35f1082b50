import type { Panel, Place } from "./document";
import { GRID_COLUMNS } from "./grid-columns";
import { overlaps } from "./settle";

/** Where a panel of this size finds room, the grid being read from the top; under everything else at the latest. */
export function firstFreePlace(panels: readonly Pick<Panel, "place">[], { w, h }: Pick<Place, "w" | "h">): Place {
  const bottom = Math.max(0, ...panels.map(({ place }) => place.y + place.h));
  for (let y = 0; y < bottom; y++) {
    for (let x = 0; x + w <= GRID_COLUMNS; x++) {
      const place = { x, y, w, h };
      if (!panels.some((one) => overlaps(place, one.place))) return place;
    }
  }
  return { x: 0, y: bottom, w, h };
}
