import { capture } from "../steps/run.mjs";
import { sum } from "./run-parts.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {Tally & { output: string, note?: string }} Outcome output: what the tools printed, shown when something failed; note: shown always
 * @typedef {{ name: string, about: string, needs?: readonly string[], beside?: string, run: () => Promise<Outcome> }} Part needs: parts
 *   without whose success this one makes no sense; beside: an earlier part with which this one begins, since both wait more than they work
 */

/**
 * A part that either holds or does not: it counts as one test. Its commands run in order up to the first that fails.
 * @param {...readonly [string, ...string[]]} commands
 * @returns {() => Promise<Outcome>}
 */
export function check(...commands) {
  return async () => {
    let output = "";
    for (const [command, ...args] of commands) {
      const finished = await capture(command, args);
      output += finished.output;
      if (finished.code !== 0) return { passed: 0, failed: 1, skipped: 0, output };
    }
    return { passed: 1, failed: 0, skipped: 0, output };
  };
}

/**
 * A runner that counts its own tests. One that fails without a failed test (an unhandled rejection, a file that does not load, no test
 * found) counts as one failure, so that no failure hides behind a tally.
 * @param {{ code: number, output: string }} finished
 * @param {Tally} tally
 * @returns {Outcome}
 */
export function counted({ code, output }, tally) {
  const hidden = code !== 0 && tally.failed === 0 ? 1 : 0;
  return { ...tally, failed: tally.failed + hidden, output };
}

/**
 * At once, as one part: runs that do not disturb each other, since all but one of them wait more than they work.
 * @param {...() => Promise<Outcome>} runs
 * @returns {() => Promise<Outcome>}
 */
export function together(...runs) {
  return async () => {
    const outcomes = await Promise.all(runs.map((run) => run()));
    const notes = outcomes.flatMap(({ note }) => note ?? []);
    const output = outcomes.map((one) => one.output).join("\n");
    return { ...sum(outcomes), output, ...(notes.length > 0 ? { note: notes.join(". ") } : {}) };
  };
}
