import { findServers } from "../servers/find-servers.mjs";
import { vitest } from "./vitest.mjs";

/** The tests that need a server, by their folders. */
const NEEDED = {
  prometheus: ["sources/prometheus-query", "sources/prometheus-scrape", "workers/template"],
  postgres: ["sources/sql"],
};
const NAMES = { prometheus: "Prometheus and its node exporter", postgres: "PostgreSQL" };

/**
 * Tests against real servers. One that is not there and cannot be installed is said to be missing, and its tests count
 * as one skipped.
 * @returns {Promise<import("./part.mjs").Outcome>}
 */
export async function servers() {
  const found = await findServers();
  /** @type {(keyof typeof NEEDED)[]} */
  const all = ["prometheus", "postgres"];
  const missing = all.filter((name) => !found[name]);
  const there = all.filter((name) => found[name]).flatMap((name) => NEEDED[name]);
  const run = there.length > 0 ? await vitest("servers", ...there)() : { passed: 0, failed: 0, skipped: 0, output: "" };
  if (missing.length === 0) return run;
  const note = `Not run, since not installed: ${missing.map((name) => NAMES[name]).join(", ")}`;
  return { ...run, skipped: run.skipped + missing.length, output: `${run.output}\n${note}`, note };
}
