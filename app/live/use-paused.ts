import { useCallback, useSyncExternalStore } from "react";
import { useLiveClient } from "./live-context";

export interface Paused {
  readonly isPaused: boolean;
  readonly pause: (isOn: boolean) => void;
}

const no = () => false;
const zero = () => 0;

/** Whether a person holds the screen, and how to hold it or go on. */
export function usePaused(): Paused {
  const { hold } = useLiveClient();
  const isPaused = useSyncExternalStore(hold.subscribe, hold.isPaused, no);
  const pause = useCallback((isOn: boolean) => hold.set("paused", isOn), [hold]);
  return { isPaused, pause };
}

/** How many changes of keys that fit came since the pause. Told anew once a second: only the count moves meanwhile. */
export function useNews(fits: (key: string) => boolean): number {
  const { hold, clock } = useLiveClient();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = [hold.subscribe(listener), clock.subscribe(listener)];
      return () => stop.forEach((one) => one());
    },
    [hold, clock],
  );
  return useSyncExternalStore(subscribe, () => hold.news(fits), zero);
}
