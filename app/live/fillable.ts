import type { Hole } from "./applied";

/** Series without any points whose past is fetched at once: of thousands of keys in a table nobody sees it. */
const MOST_BEGINNINGS = 120;

/** The holes that are filled from the history: those in what is held, and where nothing is held a number of them. */
export function fillable(holes: readonly Hole[]): Hole[] {
  const begun = holes.filter(({ after }) => after !== null);
  return [...begun, ...holes.filter(({ after }) => after === null).slice(0, MOST_BEGINNINGS)];
}
