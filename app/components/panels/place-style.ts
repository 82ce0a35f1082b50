import type { CSSProperties } from "react";
import type { Place } from "../../../core/boards/document";

const ROW = 32;
const GAP = 8;

/** A panel's place as custom properties: its area in the grid, and its height where the grid is a single column. */
export function placeStyle({ x, y, w, h }: Place): CSSProperties {
  const properties: Record<`--${string}`, string> = {
    "--place": `${y + 1} / ${x + 1} / span ${h} / span ${w}`,
    "--height": `${h * (ROW + GAP) - GAP}px`,
  };
  return properties;
}
