import type { Point } from "../protocol/parts";

/** One step of a series. `from` null: what it was before is not known. `at`: milliseconds since 1970. */
export interface Change {
  readonly at: number;
  readonly from: number | null;
  readonly to: number;
}

/** The newest changes among recorded points, the newest first. A point that repeats the one before it is none. */
export function changesOf(points: readonly Point[], most: number): Change[] {
  const changes: Change[] = [];
  for (let i = points.length - 1; i >= 0 && changes.length < most; i--) {
    const [at, to] = points[i] ?? [0, null];
    const from = points[i - 1]?.[1] ?? null;
    // The first of them may only repeat what was there before.
    if (to !== null && to !== from && i > 0) changes.push({ at, from, to });
  }
  return changes;
}
