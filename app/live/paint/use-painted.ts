import { use, useMemo, useSyncExternalStore } from "react";
import { PaintContext } from "./paint-context";

type Subscribe = (listener: () => void) => () => void;

/**
 * useSyncExternalStore that is told by the gate of the panel around it, with all else that changed in the panel. `moves`:
 * what the store tells of, a change or only that time went on.
 */
export function usePainted<T>(subscribe: Subscribe, read: () => T, readFirst: () => T, moves: "changes" | "time"): T {
  const gate = use(PaintContext);
  const gated = useMemo((): Subscribe => {
    if (gate === null) return subscribe;
    return (listener) => {
      const stop = subscribe(() => gate.tell(listener, moves === "changes"));
      return () => {
        stop();
        gate.forget(listener);
      };
    };
  }, [gate, subscribe, moves]);
  return useSyncExternalStore(gated, read, readFirst);
}
