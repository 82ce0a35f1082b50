import { drawnPoints, stepsFor } from "../core/history/drawn";
import type { Point } from "../core/protocol/parts";
import { type HistoryRequest, history } from "./history";

/**
 * What is recorded of these series in a stretch of time as lines of at most `most` points each (5 to MOST_POINTS), oldest
 * first: the points themselves, or what they were rolled up to. Keys that are not readable are not there.
 */
export async function pastPoints(request: HistoryRequest): Promise<Record<string, readonly Point[]>> {
  const found = await history({ ...request, most: stepsFor(request.most) });
  if (found.step === null) return { ...found.points };
  const { step, summaries } = found;
  return Object.fromEntries(
    Object.entries(summaries).map(([key, summed]) => [key, drawnPoints(summed, step, request.to)]),
  );
}
