import { createLTTB } from "downsample/methods/LTTB.js";
import { thin } from "../../../core/history/thin";
import type { Point } from "../../../core/protocol/parts";

const largestTriangles = createLTTB<[number, number]>({ x: ([at]) => at, y: ([, value]) => value });

/** At most `most` points, of those that show the shape (LTTB, Steinarsson 2013). */
export function thinPoints(points: readonly Point[], most: number): readonly Point[] {
  return thin(points, most, largestTriangles);
}
