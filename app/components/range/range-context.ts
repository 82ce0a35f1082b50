import { createContext, use } from "react";
import { liveRange, type TimeRange } from "../../../core/range/time-range";
import { RECENT } from "../../live/history/asked-range";

/** The stretch of time that all panels of a board show, and how to show another. */
export interface BoardRange {
  readonly range: TimeRange;
  /**
   * Since when (milliseconds since 1970) anything of the board was known as its page was made: all charts of a young board
   * show less of its own range, and equally less. 0 of a range that somebody chose: that is shown whole.
   */
  readonly knownFrom: number;
  /** Whether the stretch before it is shown with it. */
  readonly compares: boolean;
  /** Whether zooming out goes back to where a zoom came from. */
  readonly isZoomed: boolean;
  /** null: the board's own range. */
  readonly show: (range: TimeRange | null) => void;
  /** The range between two times; what was shown before is kept for zooming out. */
  readonly zoom: (from: number, to: number) => void;
  /** Back to where a zoom came from; without one, twice as long. */
  readonly zoomOut: () => void;
  /** The last range that ended now, or the board's own. */
  readonly backToLive: () => void;
  readonly compare: (compares: boolean) => void;
}

const nothing = () => {};
const alone: BoardRange = {
  range: liveRange(RECENT),
  knownFrom: Number.POSITIVE_INFINITY,
  compares: false,
  isZoomed: false,
  show: nothing,
  zoom: nothing,
  zoomOut: nothing,
  backToLive: nothing,
  compare: nothing,
};

/** Panels outside of a board show what is recent. */
export const RangeContext = createContext<BoardRange>(alone);

export function useBoardRange(): BoardRange {
  return use(RangeContext);
}
