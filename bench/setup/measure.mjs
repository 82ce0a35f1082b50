import { build } from "../../scripts/steps/build.mjs";
import { startChild } from "../../scripts/steps/children.mjs";
import { inRoot } from "../../scripts/steps/root.mjs";
import { fail } from "../../scripts/steps/steps.mjs";

/**
 * Builds the app unless it is built, then runs a measurement of it.
 * @param {string} file of this folder's parent
 */
export async function measure(file) {
  console.log(`The build: ${await build().catch(fail)}`);
  await runTypeScript(file);
}

/**
 * Runs a measurement under the project's own Node: the host may have 20, which reads no TypeScript.
 * @param {string} file of this folder's parent
 */
export async function runTypeScript(file) {
  const resolver = new URL("./resolve-typescript.mjs", import.meta.url).href;
  const child = startChild("node", ["--import", resolver, inRoot("bench", file), ...process.argv.slice(2)]);
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  // The measurement ends its own servers first.
  process.once("SIGINT", () => child.kill("SIGINT"));
  process.once("SIGTERM", () => child.kill("SIGTERM"));
  process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
