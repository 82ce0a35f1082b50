/** @import { Reading } from "./exposition.mjs" */

/**
 * Several askers at about the same time cost one sample.
 *
 * @param {readonly (() => Promise<Reading[]>)[]} sensors
 * @param {() => number} now Milliseconds.
 * @param {number} fresh A sample serves again for so many milliseconds.
 * @returns {() => Promise<Reading[]>}
 */
export function makeSampler(sensors, now, fresh) {
  /** @type {{ at: number, readings: Promise<Reading[]> } | undefined} */
  let last;
  return () => {
    const at = now();
    if (!last || at - last.at >= fresh) {
      last = { at, readings: Promise.all(sensors.map((sensor) => sensor())).then((all) => all.flat()) };
    }
    return last.readings;
  };
}
