import { createContext, use } from "react";
import type { HistoryLoader } from "./history-loader";

export const HistoryContext = createContext<HistoryLoader | null>(null);

/** What fetches the recorded past of the workspace around. Throws outside of a LiveProvider. */
export function useHistoryLoader(): HistoryLoader {
  const loader = use(HistoryContext);
  if (!loader) throw new Error("Live hooks work inside <LiveProvider> only.");
  return loader;
}
