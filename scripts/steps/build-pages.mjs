import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtConfig } from "./build.mjs";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";
import { toolEnv } from "./tool-env.mjs";

/** A whole Pages project, made by the build: wrangler is run inside it, since it takes a Pages configuration only from its own folder. */
export const pagesFolder = inRoot("build", "pages");

/**
 * Its own name: Pages projects and Workers that run side by side on one machine are told apart by it.
 * @param {string} worker the Worker's name
 */
export const pagesName = (worker) => `${worker}-pages`;

/**
 * The configuration of the Pages project, from that of the built Worker: the same settings and database, and the object of that Worker.
 * Pages cannot define an object of its own.
 * @param {Record<string, unknown> & { name: string, d1_databases: object[] }} worker
 */
export const pagesConfig = ({ name, compatibility_date, compatibility_flags, vars, d1_databases }) => ({
  name: pagesName(name),
  compatibility_date,
  compatibility_flags,
  vars,
  pages_build_output_dir: "client",
  d1_databases,
  durable_objects: { bindings: [{ name: "DASHBOARD", class_name: "DataDashboard", script_name: name }] },
});

// Files with a hash in their name need no Function to be run.
const routes = { version: 1, include: ["/*"], exclude: ["/assets/*", "/favicon.svg"] };

/**
 * Builds the Pages project beside the Worker's build.
 * @param {string} [config] the built Worker's configuration
 */
export async function buildPages(config = builtConfig) {
  await run("react-router", ["build", "--config", "vite.pages.config.ts"], {
    env: toolEnv({ DELTABOARD_BUILD: "build/pages" }),
  });
  const worker = JSON.parse(readFileSync(config, "utf8"));
  mkdirSync(inRoot("build", "pages", "functions"), { recursive: true });
  copyFileSync(inRoot("build", "pages", "server", "index.js"), inRoot("build", "pages", "functions", "[[path]].js"));
  writeFileSync(inRoot("build", "pages", "client", "_routes.json"), JSON.stringify(routes));
  writeFileSync(inRoot("build", "pages", "wrangler.json"), JSON.stringify(pagesConfig(worker), null, 2));
  return "done";
}
