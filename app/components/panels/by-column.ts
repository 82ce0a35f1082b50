/** A place in a picture, in its pixels; y is null where nothing is known. */
export interface Pixel {
  readonly x: number;
  readonly y: number | null;
}

/** Points of a column that can be told apart: where a line enters, its lowest, its highest, and where it leaves. */
export const OF_A_COLUMN = 4;

/**
 * The same picture of a line with many points in a column so many pixels wide, from left to right (M4: Jugel, Jerzak,
 * Hackenbroich and Markl 2014). Each gap stays.
 */
export function byColumn(line: readonly Pixel[], width: number): Pixel[] {
  const kept: Pixel[] = [];
  let column: Pixel[] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const pixel of line) {
    const here = Math.floor(pixel.x / width);
    if (pixel.y === null || here !== at) {
      kept.push(...outermost(column));
      column = [];
    }
    at = here;
    if (pixel.y === null) kept.push(pixel);
    else column.push(pixel);
  }
  kept.push(...outermost(column));
  return kept;
}

function outermost(column: readonly Pixel[]): readonly Pixel[] {
  if (column.length <= OF_A_COLUMN) return column;
  let [low, high] = [0, 0];
  for (const [i, { y }] of column.entries()) {
    if ((y ?? 0) > (column[low]?.y ?? 0)) low = i;
    if ((y ?? 0) < (column[high]?.y ?? 0)) high = i;
  }
  return column.filter((_, i) => i === 0 || i === low || i === high || i === column.length - 1);
}
