import type { Panel, Place } from "./document";

/**
 * The panels so that none lies on another: read from the top, each that would is moved down to the first free row. What
 * lies free keeps its place, and the order of the list stays.
 */
export function settle(panels: readonly Panel[]): Panel[] {
  const settled = new Map<Panel, Place>();
  const fromTop = [...panels].sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
  for (const panel of fromTop) settled.set(panel, firstFree(panel.place, [...settled.values()]));
  return panels.map((panel) => {
    const place = settled.get(panel) ?? panel.place;
    return place === panel.place ? panel : { ...panel, place };
  });
}

function firstFree(place: Place, others: readonly Place[]): Place {
  const under = others.filter((other) => overlaps(place, other));
  if (under.length === 0) return place;
  return firstFree({ ...place, y: Math.max(...under.map(({ y, h }) => y + h)) }, others);
}

/** Whether two places have a cell in common. */
export function overlaps(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
