import { useEffect, useEffectEvent, useState } from "react";

/** Enter that came before what it is for: it is done once all is there that could come first. Gives what notes it. */
export function useEarlyEnter(isReady: boolean, run: () => void): (isWaiting: boolean) => void {
  const [isWaiting, wait] = useState(false);
  const now = useEffectEvent(run);
  useEffect(() => {
    if (!isWaiting || !isReady) return;
    wait(false);
    now();
  }, [isWaiting, isReady]);
  return wait;
}
