import { useEffect, useEffectEvent } from "react";
import type { Choice } from "./key-choices";

/** Milliseconds that a choice is pointed at before it is shown: who passes over ten of them shows the tenth. */
const REST = 100;

/** Shows what is pointed at for a moment, and no longer than it can be chosen. */
export function useShownChoice(choice: Choice | undefined, show: (choice: Choice | null) => void): void {
  const key = choice?.key;
  const present = useEffectEvent(() => show(choice ?? null));
  const end = useEffectEvent(() => show(null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another choice
  useEffect(() => {
    const timer = setTimeout(() => present(), REST);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => () => end(), []);
}
