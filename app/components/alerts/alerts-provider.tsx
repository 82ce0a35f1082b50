import type { ReactNode } from "react";
import { FiringContext } from "./firing-context";
import { useFiring } from "./use-firing";

/** Tells all that a page shows of alerts what fires, from one place. */
export function AlertsProvider({ children }: { children: ReactNode }) {
  return <FiringContext value={useFiring()}>{children}</FiringContext>;
}
