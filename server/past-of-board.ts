import type { BoardDocument } from "../core/boards/document";
import { patternsOf, type Viewing } from "../core/boards/patterns";
import { matches } from "../core/keys/pattern";
import type { FirstPaint } from "../core/live-object";
import type { Point } from "../core/protocol/parts";
import { FEW_SERIES } from "../core/range/few-series";
import { boundsOf, type TimeRange } from "../core/range/time-range";
import type { HistoryRequest } from "./history";
import { pastPoints } from "./past-points";

/** Series whose past a page brings along at most. */
const MOST_SERIES = 120;

interface Request extends Pick<HistoryRequest, "env" | "workspaceId" | "principal" | "most" | "now"> {
  readonly document: BoardDocument;
  readonly viewing: Viewing;
  readonly paint: FirstPaint;
  readonly range: TimeRange;
}

/** The recorded past, in this range, of the series that a board's panels draw. */
export async function pastOfBoard(request: Request): Promise<Record<string, readonly Point[]>> {
  const { document, viewing, paint, range, now, ...rest } = request;
  const series = paint.values.filter(({ meta }) => meta.kind === "series").map(({ key }) => key);
  const drawn = document.panels
    .map((panel) => patternsOf(panel, viewing))
    .map((patterns) => series.filter((key) => patterns.some((pattern) => matches(pattern, key))))
    .filter((keys) => keys.length <= FEW_SERIES)
    .flat();
  const keys = [...new Set(drawn)].slice(0, MOST_SERIES);
  return keys.length === 0 ? {} : pastPoints({ ...rest, keys, ...boundsOf(range, now), now });
}
