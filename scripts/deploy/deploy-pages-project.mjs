import { missingSecrets, pagesSecrets } from "./missing-secrets.mjs";
import { jsonIn, mustRun } from "./wrangler.mjs";

/** @typedef {import("./wrangler.mjs").Wrangler} Wrangler */
/** @typedef {{ address: string, setupToken?: string }} PagesDeployed setupToken: only when it was made now */

/** How many steps `deployPagesProject` reports. */
export const pagesSteps = 4;

/** @param {Wrangler} wrangler @param {string} name @returns {Promise<string | undefined>} the project's first domain */
async function domainOf(wrangler, name) {
  const output = await mustRun(wrangler, ["pages", "project", "list", "--json"], {
    hint: "The Pages projects could not be listed.",
  });
  /** @type {Record<string, string>[]} */
  const projects = jsonIn(output);
  return projects
    .find((project) => project["Project Name"] === name)
    ?.["Project Domains"]?.split(",")[0]
    ?.trim();
}

/** @param {Wrangler} wrangler @param {string} name @returns {Promise<string>} where the project answers */
async function provideProject(wrangler, name) {
  const known = await domainOf(wrangler, name);
  if (known) return `https://${known}`;
  await mustRun(wrangler, ["pages", "project", "create", name, "--production-branch", "main"], {
    hint: `The Pages project ${name} could not be made.`,
  });
  return `https://${(await domainOf(wrangler, name)) ?? `${name}.pages.dev`}`;
}

/**
 * Sets what the project lacks: its address and secrets of its own. Wrangler lists secrets for people: each name stands in a line.
 * @param {Wrangler} wrangler @param {string} name @param {string} address
 * @returns {Promise<Record<string, string>>} the secrets made now
 */
async function provideSecrets(wrangler, name, address) {
  const list = await mustRun(wrangler, ["pages", "secret", "list", "--project-name", name], {
    hint: "The project's secrets could not be listed.",
  });
  const present = new Set(["AUTH_SECRET", "SETUP_TOKEN", "BASE_URL"].filter((secret) => list.includes(`- ${secret}:`)));
  const secrets = missingSecrets(present, pagesSecrets);
  const all = { ...secrets, ...(present.has("BASE_URL") ? {} : { BASE_URL: address }) };
  if (Object.keys(all).length > 0) {
    await mustRun(wrangler, ["pages", "secret", "bulk", "--project-name", name], {
      input: JSON.stringify(all),
      hint: "The project's secrets could not be set. Run the command again.",
    });
  }
  return secrets;
}

/**
 * Deploys the Pages project beside a Worker that has been deployed. Every step is safe to repeat.
 * @param {{ wrangler: Wrangler, step: import("../steps/set-up.mjs").Step, name: string, build: () => Promise<string>, folder: string }} ground
 *   folder: the built project, from whose configuration wrangler takes name and bindings
 * @returns {Promise<PagesDeployed>}
 */
export async function deployPagesProject({ wrangler, step, name, build, folder }) {
  await step("Building for Pages", build);
  const address = await step("Providing the Pages project", () => provideProject(wrangler, name));
  /** @type {Record<string, string>} */
  let secrets = {};
  await step("Setting the project's missing secrets", async () => {
    secrets = await provideSecrets(wrangler, name, address);
  });
  // A Pages secret reaches the deployment that follows it, so they are set first.
  await step("Uploading the project", async () => {
    const args = ["pages", "deploy", "--cwd", folder, "--branch", "main", "--commit-dirty=true"];
    await mustRun(wrangler, args, { hint: "The upload failed; what ran before still runs." });
  });
  return { address, ...(secrets.SETUP_TOKEN ? { setupToken: secrets.SETUP_TOKEN } : {}) };
}
