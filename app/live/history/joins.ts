import type { Point } from "../../../core/protocol/parts";
import { boundsOf, type TimeRange } from "../../../core/range/time-range";
import { RECENT } from "./asked-range";
import { joinedPoints } from "./joined-points";

interface Join {
  readonly past: readonly Point[];
  readonly held: readonly Point[];
  readonly range: TimeRange;
  readonly points: readonly Point[];
}

/** Lines of past and tail, each the same array for as long as nothing of it is new. */
export class Joins {
  readonly #joins = new Map<string, Join>();

  /** The points of one series in a range. In one that is over nothing moves: what is held counts when the past comes. */
  of(key: string, past: readonly Point[], held: readonly Point[], range: TimeRange): readonly Point[] {
    const last = this.#joins.get(key);
    const isOver = range.kind === "past";
    if (last && last.past === past && last.range === range && (isOver || last.held === held)) return last.points;
    const points = joinedPoints(past, held, clip(held, range), isOver);
    this.#joins.set(key, { past, held, range, points });
    return points;
  }
}

/** What is held of a recent range is what it shows; of a shorter one, what is at most so old as its newest point. */
function clip(held: readonly Point[], range: TimeRange): { from: number; to: number } {
  if (range.kind === "past") return range;
  const to = Number.POSITIVE_INFINITY;
  const newest = held.at(-1)?.[0];
  if (newest === undefined || range.span === RECENT) return { from: Number.NEGATIVE_INFINITY, to };
  return { from: boundsOf(range, newest).from, to };
}
