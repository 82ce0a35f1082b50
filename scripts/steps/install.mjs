import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { capture, run } from "./run.mjs";
import { StepFailed } from "./step-failed.mjs";
import { hostEnv } from "./tool-env.mjs";

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Locked */
/** @typedef {{ packages: Record<string, Locked> }} Lockfile */

/**
 * True when what npm says it installed (node_modules/.package-lock.json, written last of all, so an interrupted install has none) is what
 * package-lock.json asks for. Optional packages may be missing: they are mostly binaries for other platforms.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function fits(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    const found = installed.packages[path];
    if (path === "" || (!found && (entry.optional || entry.devOptional))) return true;
    return found?.version === entry.version;
  });
}

/** @param {string} file @returns {Lockfile} */
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

function upToDate() {
  const installed = inRoot("node_modules", ".package-lock.json");
  return existsSync(installed) && fits(read(inRoot("package-lock.json")), read(installed));
}

/**
 * Installs what package-lock.json lists, unless node_modules holds exactly that already.
 * @returns {Promise<"up to date" | "installed">}
 */
export async function install() {
  if (upToDate()) return "up to date";
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await capture("npm", ["ci", ...quiet], { env: hostEnv() });
  // EUSAGE: package.json was edited and package-lock.json not: `npm install` brings them together, `npm ci` never does.
  if (code !== 0 && output.includes("EUSAGE"))
    await run("npm", ["install", ...quiet], { env: hostEnv(), hint: advice(output) });
  else if (code !== 0) throw new StepFailed(advice(output), output);
  await checkNode();
  return "installed";
}

/** @param {string} output */
function advice(output) {
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(output)) {
    return "npm could not reach its registry. Check the network or proxy settings (`npm config get registry`), then run the command again.";
  }
  if (output.includes("ENOSPC")) return "The disk is full: the packages need about 700 MB in node_modules.";
  if (/EACCES|EPERM/.test(output))
    return "npm may not write to node_modules here. Check who owns this folder, then run the command again.";
  return "npm could not install the packages; its words are above. Running the command again is safe.";
}

/** The tools need Node 22.12; it comes as the npm package `node`, whose install script a strict npm may have left out. */
async function checkNode() {
  const { code, output } = await capture("node", ["--version"]);
  const [major = 0, minor = 0] = output.replace("v", "").split(".").map(Number);
  if (code === 0 && (major > 22 || (major === 22 && minor >= 22))) return;
  throw new StepFailed(
    `The tools need Node 22.22 or newer and found ${output.trim() || "none"}. Allow the install script of the npm package \`node\` ` +
      "(no --ignore-scripts), or install Node 24 on this machine; then run the command again.",
  );
}
