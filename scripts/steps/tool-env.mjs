import { delimiter, join } from "node:path";
import { root } from "./root.mjs";

const binaries = join(root, "node_modules", ".bin");

/**
 * The environment for the project's tools. They need Node 22.12 or newer and the host may have 20, so the Node of the npm package
 * `node` comes first on PATH.
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(extra = {}) {
  return {
    ...process.env,
    PATH: [binaries, process.env.PATH].join(delimiter),
    // An offline machine should not wait for answers that nothing here reads.
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    ...extra,
  };
}

/**
 * The environment for npm itself: without node_modules/.bin on PATH, since `npm ci` deletes the Node that lies there while it runs.
 * @returns {NodeJS.ProcessEnv}
 */
export function hostEnv() {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join("node_modules", ".bin")));
  return { ...process.env, PATH: path.join(delimiter) };
}
