import { rmSync } from "node:fs";
import { fingerprint, unlessDone } from "./fingerprint.mjs";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";

const sources = `app core db public server sources workers
  package-lock.json react-router.config.ts tsconfig.json vite.config.ts wrangler.toml`.split(/\s+/);

/** Builds the Worker, the object and the pages, unless the last build was of these very sources. */
export function build() {
  const inputs = fingerprint(sources, (file) => !/\.test\.tsx?$/.test(file));
  return unlessDone(inRoot("build", ".sources"), inputs, async () => {
    await run("react-router", ["build"]);
    // The Vite plugin copies the secrets beside the build, readable by all. Every server here is told its env files instead.
    rmSync(inRoot("build", "server", ".dev.vars"), { force: true });
    // It sends every wrangler command in this folder and below to this build, also when wrangler.toml is newer, and refuses the Pages
    // project's own configuration. Every command here names the configuration that it means.
    rmSync(inRoot(".wrangler", "deploy"), { recursive: true, force: true });
  });
}

/** The configuration that the build writes for wrangler: wrangler.toml with the built entry and assets. */
export const builtConfig = inRoot("build", "server", "wrangler.json");
