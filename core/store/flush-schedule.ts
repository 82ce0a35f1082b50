/** How often the history is brought up to date, in milliseconds: while somebody watches, and otherwise. */
export const FLUSH_WATCHED = 15_000;
export const FLUSH_IDLE = 60_000;
const MAX_WAIT = 5 * 60_000;

/** When the next flush is due after `failures` failed ones in a row: each doubles the wait, up to 5 minutes. */
export function flushDue(lastTry: number, watched: boolean, failures: number): number {
  const period = watched ? FLUSH_WATCHED : FLUSH_IDLE;
  return lastTry + Math.min(period * 2 ** Math.min(failures, 10), Math.max(period, MAX_WAIT));
}
