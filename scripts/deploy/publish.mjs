import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StepFailed } from "../steps/step-failed.mjs";
import { mustRun } from "./wrangler.mjs";

/**
 * Runs work in a folder that only this user can read, and removes it whatever happens.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
async function inPrivateFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "deltaboard-deploy-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The address in wrangler's machine-readable account of a deploy: one JSON object a line.
 * @param {string} report
 * @returns {string | undefined}
 */
export function addressIn(report) {
  const entries = report
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  /** @type {string | undefined} */
  const target = entries.find(({ type }) => type === "deploy")?.targets?.[0];
  const host = target?.replace(/ \(.*\)$/, "").replace(/\/\*?$/, "");
  return host && !host.startsWith("http") ? `https://${host}` : host;
}

/**
 * Uploads the built Worker together with secrets, so that no version ever runs without them.
 * @param {import("./wrangler.mjs").Wrangler} wrangler
 * @param {{ config: string, secrets: Record<string, string> }} what config: path of the built configuration
 * @returns {Promise<string>} the address it answers at
 */
export function publish(wrangler, { config, secrets }) {
  return inPrivateFolder(async (folder) => {
    const report = join(folder, "report.ndjson");
    const file = join(folder, "secrets.json");
    writeFileSync(report, "");
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
    const withSecrets = Object.keys(secrets).length > 0 ? ["--secrets-file", file] : [];
    await mustRun(wrangler, ["deploy", "--config", config, ...withSecrets], {
      hint: "The upload failed; the version that ran before still runs.",
      env: { WRANGLER_OUTPUT_FILE_PATH: report },
    });
    const address = addressIn(readFileSync(report, "utf8"));
    if (address) return address;
    throw new StepFailed(
      "The Worker is uploaded and has no address: turn on workers.dev for it, or give it a route in wrangler.toml.",
    );
  });
}
