import { useSyncExternalStore } from "react";
import { useHistoryLoader } from "./history-context";
import type { HistoryState } from "./history-loader";

const calm = (): HistoryState => "calm";

/** How fetching the recorded past goes just now. */
export function useHistoryState(): HistoryState {
  const loader = useHistoryLoader();
  return useSyncExternalStore(loader.subscribe, loader.read, calm);
}
