import { readFileSync, writeFileSync } from "node:fs";
import { withDatabase } from "./database.mjs";
import { checkLogin } from "./login.mjs";
import { missingSecrets, secretsOf, workerSecrets } from "./missing-secrets.mjs";
import { publish } from "./publish.mjs";
import { mustRun } from "./wrangler.mjs";

/**
 * @typedef {import("./wrangler.mjs").Wrangler} Wrangler
 * @typedef {import("../steps/set-up.mjs").Step} Step
 * @typedef {import("./database.mjs").WithDatabase & { name: string, vars?: Record<string, string> }} Config
 * @typedef {{ address: string, setupToken?: string, config: Config, configFile: string }} Deployed setupToken: only when it was made
 *   now; configFile: the configuration that was uploaded
 */

/** How many steps `deployWorker` reports. */
export const deploySteps = 6;

/**
 * Deploys the Worker with its database, migrations, secrets and own address. Every step is safe to repeat.
 * @param {{ wrangler: Wrangler, step: Step, build: () => Promise<string>, builtConfig: string }} ground
 * @returns {Promise<Deployed>}
 */
export async function deployWorker({ wrangler, step, build, builtConfig }) {
  await step("Checking the login", () => checkLogin(wrangler));
  await step("Building the app", build);
  // Beside the build's own, whose paths are relative: a local server keeps serving the local database.
  const file = builtConfig.replace(/\.json$/, ".deploy.json");
  const config = await step("Providing the database", () => provideDatabase(wrangler, builtConfig, file));
  await step("Migrating the database", () => migrateRemote(wrangler, file));
  const present = await secretsOf(wrangler, config.name);
  const secrets = missingSecrets(present, workerSecrets);
  const address = await step("Uploading the Worker", () => publish(wrangler, { config: file, secrets }));
  const known = present.has("BASE_URL") || config.vars?.BASE_URL !== undefined;
  await step("Telling the Worker its address", () => (known ? "known" : tellAddress(wrangler, config.name, address)));
  return { address, config, configFile: file, ...(secrets.SETUP_TOKEN ? { setupToken: secrets.SETUP_TOKEN } : {}) };
}

/** @param {Wrangler} wrangler @param {string} from @param {string} to @returns {Promise<Config>} */
async function provideDatabase(wrangler, from, to) {
  const config = await withDatabase(wrangler, /** @type {Config} */ (JSON.parse(readFileSync(from, "utf8"))));
  writeFileSync(to, JSON.stringify(config));
  return config;
}

/** @param {Wrangler} wrangler @param {string} config */
async function migrateRemote(wrangler, config) {
  await mustRun(wrangler, ["d1", "migrations", "apply", "DB", "--remote", "--config", config], {
    hint: "The migrations could not be applied. The Worker that runs now was not touched; a failed migration was rolled back.",
  });
}

/**
 * A Worker learns its first address by being deployed. Kept as a secret it outlives every later deploy, which would replace a plain variable.
 * @param {Wrangler} wrangler @param {string} name @param {string} address
 */
export async function tellAddress(wrangler, name, address) {
  await mustRun(wrangler, ["secret", "bulk", "--name", name], {
    input: JSON.stringify({ BASE_URL: address }),
    hint: `The Worker runs at ${address} and does not know it. Run the command again.`,
  });
  return address;
}
