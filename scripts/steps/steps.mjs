import { StepFailed } from "./step-failed.mjs";

/** @param {number} since milliseconds of performance.now() */
export const elapsed = (since) => {
  const seconds = (performance.now() - since) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
};

/**
 * Numbers the steps of a command and prints each with its outcome: `[2/7] Installing packages … done, 41 s`.
 * @param {number} total
 */
export function steps(total) {
  let count = 0;
  /**
   * @template T
   * @param {string} name what is being done, as a phrase
   * @param {() => Promise<T> | T} work a string that it gives is its outcome in words
   * @returns {Promise<T>}
   */
  return async function step(name, work) {
    count += 1;
    const since = performance.now();
    process.stdout.write(`[${count}/${total}] ${name} … `);
    try {
      const result = await work();
      console.log(`${typeof result === "string" ? result : "done"}, ${elapsed(since)}`);
      return result;
    } catch (error) {
      console.log(`failed, ${elapsed(since)}`);
      throw error;
    }
  };
}

/**
 * Ends the process over a failure, in words where the failure is one that a person can act on.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  if (!(error instanceof StepFailed)) throw error;
  const tail = error.output.trimEnd().split("\n").slice(-30).join("\n");
  if (tail) console.error(`\n${tail}`);
  console.error(`\n${error.message}`);
  process.exit(1);
}
