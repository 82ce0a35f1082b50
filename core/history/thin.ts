import type { Point } from "../protocol/parts";

/** Chooses `most` of the known points so that they show the same shape: largest triangles, say. */
export type Sampler = (known: [number, number][], most: number) => ArrayLike<[number, number]>;

/**
 * At most `most` points, in order. The newest always stays (samplers promise that and do not always keep it), and so do
 * the marks of stretches without knowledge.
 */
export function thin(points: readonly Point[], most: number, sample: Sampler): readonly Point[] {
  const last = points.at(-1);
  if (last === undefined || points.length <= most) return points;
  const older = points.slice(0, -1);
  const gaps = older.filter(([, value]) => value === null);
  const known = older.filter((point): point is [number, number] => point[1] !== null);
  const kept: Point[] = Array.from(sample(known, Math.max(2, most - 1 - gaps.length)));
  return [...kept, ...gaps, last].sort(([a], [b]) => a - b);
}
