const MINUTE = 60_000;
const smaller = [2 * MINUTE, 5 * MINUTE];

/**
 * How far back charts look (milliseconds): the board's range; less while all that is known is younger, so that the first
 * minutes of a new board are not a sliver at the right edge.
 */
export function shownWindow(known: number, range: number): number {
  return smaller.find((one) => one >= known && one < range) ?? range;
}
