import type { CSSProperties } from "react";
import type { Panel, Place } from "../../../core/boards/document";

const ROW = 32;
const GAP = 8;
/** Behind every panel that has a turn of its own. */
const LAST = 9_999;

/**
 * A panel's place as custom properties: its area in the grid, and its height where the grid is a single column. There its
 * turn is what orders it; in the grid, where each has its area, that says nothing.
 */
export function placeStyle({ x, y, w, h }: Place, phone?: Panel["phone"]): CSSProperties {
  const properties: Record<`--${string}`, string> = {
    "--place": `${y + 1} / ${x + 1} / span ${h} / span ${w}`,
    "--height": `${(phone?.h ?? h) * (ROW + GAP) - GAP}px`,
  };
  return { ...properties, order: phone?.y ?? LAST };
}
