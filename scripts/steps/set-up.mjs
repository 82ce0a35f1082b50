import { startExporter } from "./exporter.mjs";
import { freePort } from "./free-port.mjs";
import { install } from "./install.mjs";
import { migrate } from "./migrate.mjs";
import { makeSecrets } from "./secrets.mjs";

/** @typedef {ReturnType<typeof import("./steps.mjs").steps>} Step */

/** How many steps `setUp` reports. */
export const setUpSteps = 4;

/**
 * What a local server needs before it starts, each part only when it is missing or outdated.
 * @param {Step} step
 * @returns {Promise<string>} the address of this machine's figures
 */
export async function setUp(step) {
  // One that is taken is said before the wait, though it is chosen after it.
  await freePort(process.env.PORT);
  await step("Installing packages", install);
  await step("Making the local secrets", () => makeSecrets());
  await step("Preparing the local database", () => migrate());
  return step("Starting the exporter of this machine's figures", startExporter);
}
