import { createLTTB } from "downsample";
import type { Point } from "../../../core/protocol/parts";

const largestTriangles = createLTTB<[number, number]>({ x: ([at]) => at, y: ([, value]) => value });

/** At most `most` points, of those that show the shape (LTTB); marks of stretches without knowledge stay. */
export function thinPoints(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const gaps = points.filter(([, value]) => value === null);
  const known = points.filter((point): point is [number, number] => point[1] !== null);
  const kept: Point[] = Array.from(largestTriangles(known, Math.max(2, most - gaps.length)));
  return [...kept, ...gaps].sort(([a], [b]) => a - b);
}
