import type { Point } from "../../core/protocol/parts";
import type { Hole } from "./applied";

/** The marks of stretches that nothing is known about, by key. */
export function gapsAfter(holes: readonly Hole[]): [string, Point[]][] {
  return holes.flatMap(({ key, after }): [string, Point[]][] => (after === null ? [] : [[key, [[after + 1, null]]]]));
}
