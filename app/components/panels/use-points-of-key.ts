import type { Point } from "../../../core/protocol/parts";
import { usePointsOf } from "./use-points-of";

const none: readonly Point[] = [];

/** The points of one series in the window that the board shows. */
export function usePointsOfKey(key: string): readonly Point[] {
  return usePointsOf([key])[0] ?? none;
}
