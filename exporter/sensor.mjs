/** @import { Reading } from "./exposition.mjs" */

/**
 * @typedef {object} SensorPorts
 * @property {() => number} now Milliseconds.
 * @property {(milliseconds: number) => Promise<void>} wait
 * @property {(message: string) => void} warn
 */

/**
 * @typedef {object} SensorPlan
 * @property {() => Promise<Reading[]>} read
 * @property {number} every It is read again when its word is so many milliseconds old.
 * @property {number} patience An asker waits so many milliseconds for it and then takes its last word.
 * @property {number} keep Its last word counts for so many milliseconds; after that its metrics are left out, rather
 *   than shown as if they were new. It covers the seconds in which the machine is too busy to answer.
 * @property {number} patienceWithoutWord An asker waits so many milliseconds where there is no word that counts: the
 *   first asker after a rest must not find half of the metrics gone.
 */

/**
 * A sensor that may be slow, hang or fail. It is never asked twice at a time.
 *
 * @param {string} name
 * @param {SensorPlan} plan
 * @param {SensorPorts} ports
 * @returns {() => Promise<Reading[]>}
 */
export function makeSensor(name, { read, every, patience, patienceWithoutWord, keep }, { now, wait, warn }) {
  /** @type {{ at: number, readings: Reading[] } | undefined} */
  let word;
  /** @type {Promise<void> | undefined} */
  let asking;
  let warned = false;

  const counts = () => word !== undefined && now() - word.at < keep;

  const ask = async () => {
    const at = now();
    try {
      word = { at, readings: await read() };
    } catch (error) {
      word = undefined;
      if (!warned) warn(`The sensor for ${name} fails, its metrics are left out: ${String(error)}`);
      warned = true;
    } finally {
      asking = undefined;
    }
  };

  return async () => {
    if (!word || now() - word.at >= every) asking ??= ask();
    const longest = counts() ? patience : patienceWithoutWord;
    if (asking && longest > 0) await Promise.race([asking, wait(longest)]);
    return word && counts() ? word.readings : [];
  };
}
