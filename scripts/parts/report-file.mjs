import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { inRoot } from "../steps/root.mjs";

/**
 * A runner's report in JSON. The file of an earlier run goes first: one that a crashed runner left must not count.
 * @param {string} name
 */
export function reportFile(name) {
  mkdirSync(inRoot(".deltaboard", "reports"), { recursive: true });
  const path = inRoot(".deltaboard", "reports", `${name}.json`);
  rmSync(path, { force: true });
  return { path, read: () => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined) };
}
