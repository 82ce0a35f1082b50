import { pointAt, type Series } from "./series";

/** What a series is at a time, and when it came to that. */
export interface Reading {
  readonly series: Series;
  readonly at: number;
  readonly value: number;
}

/** What the series are at a time of a window of this length; those of which nothing is known then are left out. */
export function readingsAt(series: readonly Series[], time: number, span: number): Reading[] {
  return series.flatMap((one) => {
    const found = pointAt(one.points, time, span);
    return found ? [{ series: one, at: found[0], value: found[1] }] : [];
  });
}
