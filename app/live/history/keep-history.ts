import type { QueryClient } from "@tanstack/react-query";
import type { Timers } from "../clock";
import { Loadable } from "../loadable";
import type { Asked } from "./asked-range";
import type { HistoryLoader } from "./history-loader";

/** What could not be loaded is loaded again after so many milliseconds. */
const AGAIN = 5_000;

/** Boards open with what every page holds of the past: what fetches more is for those who ask for more. */
const fetching = new Loadable(async () => (await import("./keep-fetched")).keepFetched);

interface Keeping {
  readonly queryClient: QueryClient;
  readonly loader: HistoryLoader;
  readonly timers: Timers;
  readonly code?: typeof fetching;
}

/**
 * Has what is asked for fetched and kept fresh until it is called off. While the code that does so cannot be loaded, the
 * past counts as one that could not be fetched. `isFirst`: some of it is not there at all yet.
 */
export function keepHistory(
  { queryClient, loader, timers, code = fetching }: Keeping,
  asked: Asked,
  isFirst: boolean,
): () => void {
  let isOver = false;
  let stop = () => {};
  const begin = async () => {
    const end = loader.begin(isFirst);
    const loaded = await code.again();
    if (!isOver) {
      stop = loaded.ok ? loaded.code(queryClient, loader, asked) : timers.after(AGAIN, () => void begin());
    }
    end(isOver || loaded.ok);
  };
  void begin();
  return () => {
    isOver = true;
    stop();
  };
}
