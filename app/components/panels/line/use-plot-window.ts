import { useNow } from "../../../live/use-now";
import { useBoardRange } from "../../range/range-context";
import type { Series } from "./series";
import { shownWindow } from "./shown-window";

/** Where nothing changes, the time axis moves at each of these (milliseconds). */
const AXIS_STEP = 5_000;

export interface PlotWindow {
  readonly from: number;
  readonly to: number;
  /** Up to here the last values are known to hold. */
  readonly until: number;
}

/**
 * From when to when these series are drawn. A range that is over stands still, and its lines end where what was recorded
 * ends. `checkedAt`: when the sources of the lines were last looked at.
 */
export function usePlotWindow(series: readonly Series[], checkedAt: number | null): PlotWindow {
  const { range, knownFrom } = useBoardRange();
  const now = useNow(AXIS_STEP);
  if (range.kind === "past") return { from: range.from, to: range.to, until: 0 };
  const newest = Math.max(0, ...series.map(({ points }) => points.at(-1)?.[0] ?? 0));
  const to = Math.max(now, newest);
  const oldest = Math.min(to, knownFrom, ...series.map(({ points }) => points[0]?.[0] ?? to));
  const from = to - shownWindow(to - oldest, range.span);
  return { from, to, until: Math.min(to, checkedAt ?? 0) };
}
