import { createContext } from "react";
import type { PaintGate } from "./paint-gate";

/** The gate of the panel around; null outside of panels: who reads there is told at once. */
export const PaintContext = createContext<PaintGate | null>(null);
