import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { inRoot } from "./root.mjs";
import { capture, run } from "./run.mjs";
import { StepFailed } from "./step-failed.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const macs = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const pinned = "@sparticuz/chromium@153.0.0";

/** @param {string} script an ES module that prints a path @returns {Promise<string | undefined>} the path, if a file is there */
async function pathBy(script) {
  const { code, output } = await capture("node", ["--input-type=module", "--eval", script]);
  const path = output.trim();
  return code === 0 && existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} the path of a browser that is installed */
export function onThisMachine() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macs].find((path) =>
    existsSync(path),
  );
}

const ofPlaywright = () =>
  pathBy(`import { chromium } from "@playwright/test"; console.log(chromium.executablePath());`);

async function byPlaywright() {
  const { code } = await capture("playwright", ["install", "chromium"]);
  return code === 0 ? ofPlaywright() : undefined;
}

async function byApt() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  await capture("apt-get", ["update"]);
  await capture("apt-get", ["install", "-y", "chromium"]);
  return onThisMachine();
}

/** A Chromium for servers, unpacked from an npm package: for Linux without any of the above. */
async function byNpm() {
  if (process.platform !== "linux") return undefined;
  await run("npm", ["install", "--prefix", inRoot(".deltaboard", "browser"), "--no-audit", "--no-fund", pinned]);
  const entry = inRoot(".deltaboard", "browser", "node_modules", "@sparticuz", "chromium", "build", "esm", "index.js");
  return pathBy(
    `const { default: chromium } = await import(${JSON.stringify(entry)}); console.log(await chromium.executablePath());`,
  );
}

const ways = [onThisMachine, ofPlaywright, byPlaywright, byApt, byNpm];

/**
 * The path of a Chromium or Chrome: the variable CHROMIUM, one that is there, or one installed in the first way that works here.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new StepFailed(`CHROMIUM is ${named}, and there is no file.`);
  }
  for (const way of ways) {
    const path = await way();
    if (path) return path;
  }
  throw new StepFailed("No Chromium was found and none could be installed. Install one, or set CHROMIUM to its path.");
}
