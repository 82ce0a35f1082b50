import type { CSSProperties } from "react";

/** A figure's width in parts of its size: figures of one width, and signs that are narrower. */
const WIDE = 0.62;
/** The size of what stands beside it, a character's width there, and how much of it is never given up, in pixels. */
const BESIDE = 8;
const KEPT = 48;
/** Of a whole ("of 32 GiB") nothing is given up: half of it would be another one. */
const IN_A_WHOLE = 7;
/** The panel's edges on both sides, and the gap between figure and unit. */
const EDGES = 24;
const GAP = 14;
/** The sizes of the look, from the smallest that can be read. */
const [SMALLEST, LARGEST] = [10, 32];

/**
 * The size at which a number is whole in its panel: a number that is cut off reads as another one. What stands beside it
 * gives way first. It changes only with the number of its characters, so figures stand still while they count.
 * `--beside` is what is left to that: a panel that has it on a line of its own leaves nothing.
 */
export function fittedSize(
  text: string,
  beside = "",
  isWhole = false,
): CSSProperties & { readonly "--beside": `${number}px` } {
  const width = isWhole ? beside.length * IN_A_WHOLE : Math.min(KEPT, beside.length * BESIDE);
  return {
    "--beside": `${beside === "" ? 0 : GAP + width}px`,
    fontSize: `clamp(${SMALLEST}px, calc((100cqi - ${EDGES}px - var(--beside)) / ${(text.length * WIDE).toFixed(2)}), var(--largest-value, ${LARGEST}px))`,
  };
}
