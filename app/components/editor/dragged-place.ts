import { calcGridItemPosition, calcWH, calcXY, clamp, type PositionParams } from "react-grid-layout/core";
import type { Place } from "../../../core/boards/document";
import { GRID_COLUMNS } from "../../../core/boards/grid-columns";

/** What of a panel is held: all of it, or an edge or a corner, by their points of the compass. */
export type Grip = "move" | "n" | "e" | "s" | "w" | "ne" | "se" | "sw" | "nw";

const ROW = 32;
const GAP = 8;

/**
 * The place nearest to where a panel was dragged. `by`: how far the pointer went, in pixels; `width`: of the grid, without
 * its padding. The arithmetic is react-grid-layout's; the grid itself stays the page's own, so that no panel is mounted
 * anew where editing begins.
 */
export function draggedPlace(place: Place, grip: Grip, by: { x: number; y: number }, width: number): Place {
  const grid = gridOf(width);
  const { x, y, w, h } = place;
  const from = calcGridItemPosition(grid, x, y, w, h);
  if (grip === "move") return { ...place, ...calcXY(grid, from.top + by.y, from.left + by.x, w, h) };
  const [isWest, isNorth] = [grip.includes("w"), grip.includes("n")];
  const wide = from.width + (grip.includes("e") ? by.x : isWest ? -by.x : 0);
  const high = from.height + (grip.includes("s") ? by.y : isNorth ? -by.y : 0);
  const size = calcWH(grid, wide, high, 0, 0, "se");
  // The edge that is not held stays where it is.
  const wider = clamp(size.w, 1, isWest ? x + w : GRID_COLUMNS - x);
  const height = clamp(size.h, 1, isNorth ? y + h : Number.POSITIVE_INFINITY);
  return { x: isWest ? x + w - wider : x, y: isNorth ? y + h - height : y, w: wider, h: height };
}

/**
 * How far down a panel can be dragged, in pixels: to right below the lowest of the others. The page would else grow for
 * as long as it is held at its end.
 */
export function roomBelow(place: Place, others: readonly Place[], width: number): number {
  const end = Math.max(place.y, ...others.map(({ y, h }) => y + h));
  return pixelsBetween(place, { ...place, y: end }, width).y;
}

/** How far a place lies from another, in pixels. */
export function pixelsBetween(from: Place, to: Place, width: number): { x: number; y: number } {
  const grid = gridOf(width);
  const a = calcGridItemPosition(grid, from.x, from.y, from.w, from.h);
  const b = calcGridItemPosition(grid, to.x, to.y, to.w, to.h);
  return { x: b.left - a.left, y: b.top - a.top };
}

function gridOf(width: number): PositionParams {
  return {
    margin: [GAP, GAP],
    containerPadding: [0, 0],
    containerWidth: width,
    cols: GRID_COLUMNS,
    rowHeight: ROW,
    maxRows: Number.POSITIVE_INFINITY,
  };
}
