/** A figure's width in parts of its size: figures of one width, and signs that are narrower. */
const WIDE = 0.62;
/** The size of what stands beside it, a character's width there, and how much of it is never given up, in pixels. */
const BESIDE = 8;
const KEPT = 48;
/** The panel's edges on both sides, and the gap between figure and unit. */
const EDGES = 24;
const GAP = 14;
/** The sizes of the look, from the smallest that can be read. */
const [SMALLEST, LARGEST] = [10, 32];

/**
 * The size at which a number is whole in its panel, as CSS: a number that is cut off reads as another one. What stands
 * beside it gives way first. It changes only with the number of its characters, so figures stand still while they count.
 */
export function fittedSize(text: string, beside: string): string {
  const room = EDGES + (beside === "" ? 0 : GAP + Math.min(KEPT, beside.length * BESIDE));
  return `clamp(${SMALLEST}px, calc((100cqi - ${room}px) / ${(text.length * WIDE).toFixed(2)}), var(--largest-value, ${LARGEST}px))`;
}
