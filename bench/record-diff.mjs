// Records what bench/diff.mjs compares on: this machine's metrics and kernel counters second by second, the files of this
// repository commit by commit, and the packages of its lockfile. Run once; the result is committed.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { startExporter } from "../scripts/steps/exporter.mjs";
import { inRoot } from "../scripts/steps/root.mjs";

const SECONDS = Number(process.argv[2] ?? 200);
/** Two decimals are kept: a line holds whole numbers, each the growth in hundredths since the line before. */
const SCALE = 100;

/** @param {string} text of `name value` lines @param {RegExp} line */
const readings = (text, line) =>
  new Map([...text.matchAll(line)].map(([, name, value]) => [String(name), Math.round(Number(value) * SCALE)]));

/** @param {string} address */
async function sample(address) {
  const exposition = await (await fetch(address)).text();
  const kernel = readFileSync("/proc/vmstat", "utf8") + readFileSync("/proc/meminfo", "utf8");
  return {
    metrics: readings(exposition, /^machine_(\S+) (\S+)$/gm),
    kernel: readings(kernel, /^([\w()]+):? +(\d+)(?: kB)?$/gm),
  };
}

/** @param {string} kind @param {Map<string, number>[]} samples */
function series(kind, samples) {
  const names = [...(samples[0]?.keys() ?? [])].filter((name) => samples.some((one) => one.get(name)));
  const line = (/** @type {Map<string, number>} */ one, /** @type {number} */ i) =>
    names.flatMap((name, at) => {
      const growth = (one.get(name) ?? 0) - (i === 0 ? 0 : (samples[i - 1]?.get(name) ?? 0));
      return growth === 0 ? [] : [at, growth];
    });
  return [{ kind, names }, ...samples.map(line)];
}

/** @param {string[]} words */
const git = (...words) => execFileSync("git", words, { cwd: inRoot(), encoding: "utf8", maxBuffer: 1 << 26 }).trim();

function files() {
  /** @type {string[]} */
  const paths = [];
  let before = new Map();
  const steps = git("log", "--reverse", "--format=%h %ct %s")
    .split("\n")
    .map((commit) => {
      const [hash = "", at = "", ...subject] = commit.split(" ");
      const listing = git("ls-tree", "-r", "-l", hash).matchAll(/^\d+ blob \w+ +(\d+)\t(.+)$/gm);
      const now = new Map([...listing].map(([, size, path]) => [String(path), Number(size)]));
      for (const path of now.keys()) if (!paths.includes(path)) paths.push(path);
      const changed = paths.flatMap((path, i) => (now.get(path) === before.get(path) ? [] : [i, now.get(path) ?? -1]));
      before = now;
      return { hash, at: Number(at), subject: subject.join(" "), changed };
    });
  return [{ kind: "files", paths }, ...steps];
}

function packages() {
  const lock = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8"));
  const rows = Object.entries(lock.packages).filter(([path]) => path !== "");
  return [
    { kind: "packages" },
    ...rows.map(([path, { version, license, dev, dependencies }]) => ({ path, version, license, dev, dependencies })),
  ];
}

const address = await startExporter();
const samples = [];
await wait(2_000);
for (let i = 0; i < SECONDS; i++) {
  samples.push(await sample(address));
  await wait(1_000);
}
const lines = [
  { recorded: new Date().toISOString().slice(0, 10), scale: SCALE },
  ...series(
    "metrics",
    samples.map(({ metrics }) => metrics),
  ),
  ...series(
    "kernel",
    samples.map(({ kernel }) => kernel),
  ),
  ...files(),
  ...packages(),
];
writeFileSync(inRoot("bench/diff/recorded.ndjson"), `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
process.exit();
