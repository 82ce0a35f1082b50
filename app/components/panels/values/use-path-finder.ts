import { use } from "react";
import type { PathFinder } from "./path-finder";

let loading: Promise<PathFinder> | undefined;

/** Loaded where a formula has a path, and by nobody else; the panel waits for it. */
export function usePathFinder(isNeeded: boolean): PathFinder | null {
  if (!isNeeded) return null;
  loading ??= import("./path-finder").then(({ pathFinder }) => pathFinder);
  return use(loading);
}
