import type { Point } from "../../../../core/protocol/parts";

/** One line of a chart, ready to draw: its points inside the window. */
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly unit: string | undefined;
  readonly color: string;
  readonly points: readonly Point[];
  /** Figures behind the point, where the panel says how many. */
  readonly decimals?: number | undefined;
  /** Where the line is drawn, where that is not at its values: on top of the series below it. */
  readonly tops?: readonly Point[];
}

/** Series colours in their order, and grey for whatever comes after the eighth. */
export function seriesColor(index: number): string {
  return index < 8 ? `var(--c${index + 1})` : "var(--text-faint)";
}

/**
 * The points of a window, with the one before it (so that the line enters from the edge), carried on to `until`: a
 * value that was looked at and had not changed has no new point, but is known.
 */
export function windowOf(points: readonly Point[], from: number, until: number): readonly Point[] {
  const first = points.findIndex(([at]) => at >= from);
  const start = first === -1 ? Math.max(0, points.length - 1) : Math.max(0, first - 1);
  const shown = points.slice(start);
  const last = shown.at(-1);
  if (last === undefined || last[1] === null || last[0] >= until) return shown;
  return [...shown, [until, last[1]]];
}

/** So long (milliseconds) after the newest point, or this share of what is shown, the pointer still means that point. */
const NEAR = 15_000;
const NEAR_SHARE = 0.01;

/**
 * The point that holds at a time: the newest one not after it. Null where nothing is known then. `span`: how long a window
 * is shown, in milliseconds.
 */
export function pointAt(points: readonly Point[], time: number, span = 0): readonly [at: number, value: number] | null {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.[0] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [points[low - 1], points[low]];
  if (before === undefined || before[1] === null) return null;
  // Past the newest point nothing is known, but the pointer need not hit the last pixel of the line.
  if (after === undefined && time - before[0] > Math.max(NEAR, NEAR_SHARE * span)) return null;
  if (after !== undefined && after[1] !== null && after[0] - time < time - before[0]) return [after[0], after[1]];
  return [before[0], before[1]];
}

export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** The lowest and highest value of all series; null where there is none. */
export function extentOf(all: readonly (readonly Point[])[]): Extent | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const points of all) {
    for (const [, value] of points) {
      if (value === null) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low > high ? null : { low, high };
}
