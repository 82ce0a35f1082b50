import { useSyncExternalStore } from "react";

/** The width in which a wall is laid out before it is scaled (`--wall-width`), and what its header and edges take (pixels). */
const WALL_WIDTH = 768;
const AROUND = 64;
/** Of this height (pixels) is a row of the wall. */
const ROW = 36;
/** At 16 : 9. */
const USUAL = 10;

/** How many rows the screen has: the wall follows its width, so a higher screen has more. */
export function useCapacity(): number {
  return useSyncExternalStore(subscribe, read, () => USUAL);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}

function read(): number {
  const height = (window.innerHeight * WALL_WIDTH) / window.innerWidth;
  return Math.max(3, Math.floor((height - AROUND) / ROW));
}
