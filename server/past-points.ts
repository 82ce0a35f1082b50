import { drawnPoints, stepsFor } from "../core/history/drawn";
import type { Point } from "../core/protocol/parts";
import type { Held } from "./held-before";
import { type HistoryRequest, history } from "./history";

/**
 * What is recorded of these series in a stretch of time as lines of at most `most` points each (6 to MOST_POINTS), oldest
 * first: the points themselves, or what they were rolled up to. Where it is known what a series was when the stretch
 * began, the line begins with that, at the time since when it was so. Keys that are not readable are not there.
 */
export async function pastPoints(request: HistoryRequest): Promise<Record<string, readonly Point[]>> {
  const found = await history({ ...request, most: stepsFor(request.most - 1), withHeld: true });
  const lines =
    found.step === null
      ? Object.entries(found.points)
      : Object.entries(found.summaries).map(([key, summed]): [string, readonly Point[]] => [
          key,
          drawnPoints(summed, found.step, request.to),
        ]);
  return Object.fromEntries(lines.map(([key, points]) => [key, ledBy(found.held.get(key), points, request.to)]));
}

/** What did not change goes on as far as that is known. */
function ledBy(held: Held | undefined, points: readonly Point[], to: number): readonly Point[] {
  if (held === undefined) return points;
  const first: Point = [held.at, held.value];
  return points.length > 0 ? [first, ...points] : [first, [Math.min(held.until, to - 1), held.value]];
}
