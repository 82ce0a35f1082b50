import { createContext } from "react";
import type { Firing } from "./use-firing";

/** The rules of the workspace that fire now, what is critical first. */
export const FiringContext = createContext<readonly Firing[]>([]);
