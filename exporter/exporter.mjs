import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { toExposition } from "./exposition.mjs";
import { fastSensors } from "./fast-sensors.mjs";
import { makeRates } from "./rates.mjs";
import { makeSampler } from "./sampler.mjs";
import { makeSensor } from "./sensor.mjs";
import { makeServer } from "./server.mjs";
import { slowSensors } from "./slow-sensors.mjs";

/**
 * Serves this machine's metrics in the Prometheus text format. `--with-parent` ends it when its parent is gone. `--port 0` takes a free port; the one line on standard
 * output, `{"port":N}`, says which.
 */
const FRESH = 500;
const PATIENCE = 120;
const PATIENCE_WITHOUT_WORD = 2_000;
const KEEP = 10_000;

const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, "with-parent": { type: "boolean", default: false } },
});
const now = () => performance.now();
const ports = {
  now,
  /** @param {number} milliseconds */
  wait: async (milliseconds) => wait(milliseconds, undefined, { ref: false }),
  /** @param {string} message */
  warn: (message) => console.error(message),
};

const fast = Object.entries(fastSensors(makeRates())).map(([name, read]) =>
  makeSensor(
    name,
    { read, every: 0, patience: PATIENCE, patienceWithoutWord: PATIENCE_WITHOUT_WORD, keep: KEEP },
    ports,
  ),
);
const slow = Object.entries(slowSensors).map(([name, { every, read }]) =>
  makeSensor(name, { read, every, patience: 0, patienceWithoutWord: PATIENCE_WITHOUT_WORD, keep: 3 * every }, ports),
);
const sample = makeSampler([...fast, ...slow], now, FRESH);

// Before anybody asks: rates need a reading to count from, and slow sensors a start.
await sample();

const server = makeServer(async () => toExposition(await sample()));
server.listen(Number(values.port), "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") console.log(JSON.stringify({ port: address.port }));
});
if (values["with-parent"]) {
  // A parent that is killed can end nobody: without this the exporter would stay behind for ever.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), 1_000).unref();
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
