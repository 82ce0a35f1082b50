import { mkdirSync, writeFileSync } from "node:fs";
import { inRoot } from "./root.mjs";

/**
 * The settings of a server at home: anybody who can reach it may sign up, and sources may read private addresses.
 * @param {{ port: number, machine: string }} at machine: address of the exporter's metrics
 * @returns {Record<string, string>}
 */
export const localVars = ({ port, machine }) => ({
  BASE_URL: `http://localhost:${port}`,
  SIGNUP: "open",
  ALLOW_PRIVATE_EGRESS: "true",
  UPSTREAM_MACHINE: machine,
});

/**
 * Writes settings as an env file for wrangler, readable by its owner only.
 * @param {string} name
 * @param {Record<string, string>} vars
 * @returns {string} its path
 */
export function writeEnvFile(name, vars) {
  mkdirSync(inRoot(".deltaboard"), { recursive: true });
  const file = inRoot(".deltaboard", name);
  const lines = Object.entries(vars).map(([key, value]) => `${key}=${JSON.stringify(value)}\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  return file;
}
