import type { Point } from "../protocol/parts";
import type { Summary } from "./rollup";

type Summed = readonly [at: number, Summary];

/** Above this share of the series' whole spread, what lies between a step's ends would be seen, and is drawn. */
const SEEN = 1 / 20;
/** Nothing is known of a stretch this many times as long as the usual distance between two steps. */
const UNUSUAL = 4;

/** How many steps can be told as points, so that there are at most `most` of them (3 or more). */
export function stepsFor(most: number): number {
  return Math.floor((most - 1) / 2);
}

/**
 * A rolled-up series as a line, oldest first, of at most twice as many points as its range has steps and one more. A step
 * is its mean; where its lowest and highest value differ so much that it would be seen, those two instead, so that a
 * spike of a second still stands out in a month. It ends with the last value, before `to`. Stretches without steps that are
 * unusually long begin with null.
 */
export function drawnPoints(summed: readonly Summed[], step: number, to: number): Point[] {
  const last = summed.at(-1);
  if (!last) return [];
  const seen = SEEN * spreadOf(summed);
  const longest = Math.max(2 * step, UNUSUAL * usualDistance(summed));
  const points: Point[] = [];
  let [before, value] = [last[0], last[1].mean];
  for (const [at, one] of summed) {
    if (at - before > longest) points.push([before + step, null]);
    points.push(...stepPoints(at, step, one, value, seen));
    value = points.at(-1)?.[1] ?? one.mean;
    before = at;
  }
  const end = Math.min(last[0] + step, to) - 1;
  return [...points.filter(([at]) => at < end), [end, last[1].last]];
}

/** The one of the two ends first that is nearer to where the line comes from. */
function stepPoints(at: number, step: number, { min, max, mean }: Summary, from: number, seen: number): Point[] {
  if (max - min <= seen) return [[at + step / 2, mean]];
  const [first, second] = Math.abs(from - min) <= Math.abs(from - max) ? [min, max] : [max, min];
  return [
    [at + step / 4, first],
    [at + (step * 3) / 4, second],
  ];
}

function spreadOf(summed: readonly Summed[]): number {
  const [low, high] = summed.reduce<[number, number]>(
    ([least, most], [, { min, max }]) => [Math.min(least, min), Math.max(most, max)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return high - low;
}

/** The median. */
function usualDistance(summed: readonly Summed[]): number {
  const distances = summed.slice(1).map(([at], i) => at - (summed[i]?.[0] ?? at));
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
}
