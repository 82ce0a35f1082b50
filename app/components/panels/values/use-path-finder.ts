import { use } from "react";
import type { PathFinder } from "./path-finder";

let now: PathFinder | null = null;
let loading: Promise<PathFinder> | undefined;

/** Before a page hydrates that needs it: what hydrated later would meet values that have moved on. */
export function loadPathFinder(): Promise<PathFinder> {
  loading ??= import("./path-finder").then(({ pathFinder }) => {
    now = pathFinder;
    return pathFinder;
  });
  return loading;
}

/** Loaded where a formula looks into values, and by nobody else; the panel waits for it. */
export function usePathFinder(isNeeded: boolean): PathFinder | null {
  if (!isNeeded) return null;
  return now ?? use(loadPathFinder());
}
