import type { Point } from "../../../../core/protocol/parts";
import type { Band } from "./stack";

export interface Box {
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number;
}

/** The side of the square the paths are drawn in; it is stretched to the plot. */
export const SIDE = 1_000;

/** A line as an SVG path in a square of SIDE, broken where nothing is known. */
export function linePath(points: readonly Point[], box: Box): string {
  return stretches(points)
    .map((stretch) => `M${corners(stretch, box)}`)
    .join("");
}

/** The same line, each stretch closed down to the axis at `min`. */
export function areaPath(points: readonly Point[], box: Box): string {
  return stretches(points)
    .map((stretch) => {
      const [first, last] = [stretch[0], stretch.at(-1)];
      return first && last ? `M${x(first[0], box)} ${SIDE}L${corners(stretch, box)}L${x(last[0], box)} ${SIDE}Z` : "";
    })
    .join("");
}

/** A band of a stack: along its top and back along its base. */
export function bandPath(bands: readonly Band[], box: Box): string {
  if (bands.length === 0) return "";
  const there = corners(
    bands.map(([at, , top]) => [at, top]),
    box,
  );
  const back = corners(bands.map(([at, base]) => [at, base] as const).reverse(), box);
  return `M${there}L${back}Z`;
}

type Known = readonly [at: number, value: number];

function stretches(points: readonly Point[]): Known[][] {
  const found: Known[][] = [];
  let open = false;
  for (const [at, value] of points) {
    if (value === null) open = false;
    else if (open) found.at(-1)?.push([at, value]);
    else {
      found.push([[at, value]]);
      open = true;
    }
  }
  return found;
}

function corners(stretch: readonly Known[], box: Box): string {
  return stretch.map(([at, value]) => `${x(at, box)} ${y(value, box)}`).join("L");
}

function x(at: number, { from, to }: Box): number {
  return Math.round(((at - from) / (to - from)) * SIDE);
}

function y(value: number, { min, max }: Box): number {
  return Math.round(SIDE - ((value - min) / (max - min)) * SIDE);
}
