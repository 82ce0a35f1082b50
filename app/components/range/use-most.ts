import { useSyncExternalStore } from "react";
import { MOST_POINTS } from "../../../core/history/resolution";

/** Charts of half a usual screen's width and more are told in so many points. */
export const USUAL_MOST = 1_000;
/** Up to this width of the window (CSS pixels) a chart has no room for more than the usual number of points. */
const USUAL_WIDTH = 1_800;

/** How many points of a series are worth fetching: one number for all charts of a board, so that they share what is fetched. */
export function useMost(): number {
  return useSyncExternalStore(
    subscribe,
    () => (window.innerWidth > USUAL_WIDTH ? MOST_POINTS : USUAL_MOST),
    () => USUAL_MOST,
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}
