import type { Point } from "../../../../core/protocol/parts";
import { stepFor } from "../line/time-ticks";

/** Stretches of time of one length, one after the other. */
export interface Buckets {
  readonly from: number;
  readonly step: number;
  readonly count: number;
}

const MOST = 30;

/**
 * Stretches that cover a window: the last one holds its end, and the first begins inside of it. They are round on a clock
 * that is `offset` milliseconds before UTC's.
 */
export function bucketsOf(from: number, to: number, offset: number): Buckets {
  const step = stepFor(to - from, MOST);
  const first = Math.ceil((from + offset) / step);
  const last = Math.floor((to + offset) / step);
  return { from: first * step - offset, step, count: Math.max(1, last - first + 1) };
}

/**
 * What a series came to in each bucket: the mean of its values, each counted for as long as it held; null where nothing
 * is known. The last point holds until `until`.
 */
export function meansOf(points: readonly Point[], { from, step, count }: Buckets, until: number): (number | null)[] {
  const means = Array.from({ length: count }, (): number | null => null);
  const known = means.map(() => 0);
  points.forEach(([at, value], i) => {
    if (value === null) return;
    const end = points[i + 1]?.[0] ?? Math.max(at + 1, until);
    const first = Math.max(0, Math.floor((at - from) / step));
    for (let n = first; n < count && from + n * step < end; n += 1) {
      const held = Math.min(end, from + (n + 1) * step) - Math.max(at, from + n * step);
      if (held <= 0) continue;
      const before = known[n] ?? 0;
      known[n] = before + held;
      // A running mean: a sum of what is huge would be no number any more.
      means[n] = (means[n] ?? 0) + (value - (means[n] ?? 0)) * (held / (before + held));
    }
  });
  return means;
}
