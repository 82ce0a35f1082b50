import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and until the page's script runs: what would do nothing without it is not offered before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
