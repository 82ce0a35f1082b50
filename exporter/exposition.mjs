import { Gauge, Registry } from "prom-client";
import { metricList } from "./metric-list.mjs";

/**
 * One number: a metric's name without `machine_`, the text of its label if it has one, the value if it is known.
 *
 * @typedef {{ name: string, of?: string, value: number | null | undefined }} Reading
 */

/**
 * The Prometheus text of some readings. What is not known is left out: a gauge that is merely declared would say 0, so
 * the registry is made anew each time, of what there is.
 *
 * @param {readonly Reading[]} readings
 * @returns {Promise<string>}
 */
export async function toExposition(readings) {
  const registry = new Registry();
  for (const { name, help, label } of metricList) {
    const known = readings.filter((reading) => reading.name === name && isKnown(reading.value));
    if (known.length === 0) continue;
    const gauge = new Gauge({
      name: `machine_${name}`,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [registry],
    });
    for (const { of = "", value } of known)
      gauge.set(label === undefined ? {} : { [label]: of }, rounded(name, Number(value)));
  }
  return registry.metrics();
}

/** @param {number | null | undefined} value */
function isKnown(value) {
  return typeof value === "number" && Number.isFinite(value);
}

/**
 * To what can be told apart on a screen: digits beyond that would be a change to write, send and draw each time.
 *
 * @param {string} name
 * @param {number} value
 */
function rounded(name, value) {
  if (name.includes("bytes")) return Math.round(value);
  return Math.round(value * 100) / 100;
}
