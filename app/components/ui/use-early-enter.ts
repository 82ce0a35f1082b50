import { useEffect, useEffectEvent, useState } from "react";

/**
 * Enter that may come before what it is for: it is done once all is there that could come first for what was typed, and
 * forgotten where something else is typed. Gives what is called at Enter.
 */
export function useEarlyEnter(typed: string, isReady: boolean, run: () => void): (of?: string) => void {
  const [entered, enter] = useState<string | null>(null);
  const now = useEffectEvent(run);
  useEffect(() => {
    if (entered === null || (entered === typed && !isReady)) return;
    enter(null);
    if (entered === typed) now();
  }, [entered, typed, isReady]);
  return (of = typed) => enter(of);
}
