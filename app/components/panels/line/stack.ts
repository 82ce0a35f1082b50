import type { Point } from "../../../../core/protocol/parts";

/** Part of a stack at a time: from where to where it lies; null: from here on nothing is known of it. */
export type Band = readonly [at: number, base: number, top: number | null];

/** Times of a stack at most: a pixel each on most screens. */
const MOST = 600;

/**
 * Series laid on one another: for each its bands at the times that any of them has. Between its points a series is taken to
 * go straight; where nothing is known of it, it adds nothing and has a gap. What is below zero is laid downwards.
 */
export function stackOf(all: readonly (readonly Point[])[]): Band[][] {
  const times = timesOf(all);
  const up = times.map(() => 0);
  const down = times.map(() => 0);
  return all.map((points) => {
    let [next, isKnown] = [0, false];
    return times.flatMap((at, i): Band[] => {
      while (next < points.length && (points[next]?.[0] ?? at) <= at) next += 1;
      const value = valueAt(points[next - 1], points[next], at);
      const wasKnown = isKnown;
      isKnown = value !== null;
      if (value === null) return wasKnown ? [[at, up[i] ?? 0, null]] : [];
      const side = value < 0 ? down : up;
      const base = side[i] ?? 0;
      side[i] = base + value;
      return [[at, base, base + value]];
    });
  });
}

function timesOf(all: readonly (readonly Point[])[]): number[] {
  const times = [...new Set(all.flatMap((points) => points.map(([at]) => at)))].sort((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  if (times.length <= MOST || first === undefined || last === undefined) return times;
  return Array.from({ length: MOST }, (_, i) => Math.round(first + (i / (MOST - 1)) * (last - first)));
}

function valueAt(before: Point | undefined, after: Point | undefined, at: number): number | null {
  if (!before || before[1] === null) return null;
  if (before[0] === at) return before[1];
  if (!after || after[1] === null) return null;
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}
