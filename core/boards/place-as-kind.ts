import { sizes } from "./as-kind";
import type { Panel, Place } from "./document";
import { firstFreePlace } from "./first-free-place";
import type { KeyKind } from "./fitting-kinds";
import { GRID_COLUMNS } from "./grid-columns";
import { overlaps } from "./settle";

/**
 * Where a panel lies as another kind. One that nobody has sized is then as large as that kind is made: at its place where
 * there is room, else at the first that is free, so that no other panel moves.
 */
export function placeAsKind(panels: readonly Panel[], { id, type, place }: Panel, kind: KeyKind): Place {
  if (place.w !== sizes[type].w || place.h !== sizes[type].h) return place;
  const wanted = { ...place, ...sizes[kind] };
  const others = panels.filter((one) => one.id !== id);
  const fits = wanted.x + wanted.w <= GRID_COLUMNS && !others.some((one) => overlaps(wanted, one.place));
  return fits ? wanted : firstFreePlace(others, wanted);
}
