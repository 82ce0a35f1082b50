import type { Point } from "../protocol/parts";
import type { OverSpan } from "./course";
import type { WindowedName } from "./functions";

/**
 * How a counter went up. One that falls was begun anew at zero, as its process was: what it holds then is what it went up
 * by since (https://prometheus.io/docs/prometheus/latest/querying/functions/#rate).
 */
function rise(from: number, to: number): number {
  return to < from ? to : to - from;
}

/** What a counter went up by, and in how many milliseconds. What happened in a gap is not known and counts in neither. */
function counted(points: readonly Point[], first: number, last: number): { amount: number; time: number } {
  let amount = 0;
  let time = 0;
  for (let i = first; i < last; i++) {
    const [at, value] = points[i] ?? [0, null];
    const [next, then] = points[i + 1] ?? [0, null];
    if (value === null) continue;
    time += next - at;
    if (then !== null) amount += rise(value, then);
  }
  return { amount, time };
}

/** The mean by time: what held for longer counts for more. Of one moment alone, what it is. */
const mean: OverSpan = (points, first, last, from) => {
  let area = 0;
  let time = 0;
  for (let i = first; i < last; i++) {
    const [at, value] = points[i] ?? [0, null];
    const next = points[i + 1]?.[0] ?? at;
    if (value === null) continue;
    const held = next - Math.max(at, from);
    area += value * held;
    time += held;
  }
  return time > 0 && Number.isFinite(time) ? area / time : (points[last]?.[1] ?? null);
};

function extreme(choose: (a: number, b: number) => number): OverSpan {
  return (points, first, last) => {
    let found: number | null = null;
    for (let i = first; i <= last; i++) {
      const value = points[i]?.[1] ?? null;
      if (value !== null) found = found === null ? value : choose(found, value);
    }
    return found;
  };
}

/** How far it is from what it was when the stretch began, or when it was first known in it. */
const difference: OverSpan = (points, first, last) => {
  for (let i = first; i <= last; i++) {
    const start = points[i]?.[1] ?? null;
    if (start !== null) return (points[last]?.[1] ?? start) - start;
  }
  return null;
};

export const windows: Readonly<Record<WindowedName, OverSpan>> = {
  // From the last point before the stretch: of a source that is asked more seldom than that, between its last two.
  rate: (points, first, last) => {
    const { amount, time } = counted(points, first, last);
    return time > 0 ? (amount / time) * 1_000 : null;
  },
  increase: (points, first, last) => counted(points, first, last).amount,
  delta: difference,
  avg_over: mean,
  min_over: extreme(Math.min),
  max_over: extreme(Math.max),
};
