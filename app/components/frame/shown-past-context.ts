import { createContext } from "react";

/** Set by a board that shows a range of the past, for the badge: how to go back to live. Null: it follows the present. */
export interface ShownPast {
  readonly backToLive: () => void;
}

export const ShownPastContext = createContext<ShownPast | null>(null);
