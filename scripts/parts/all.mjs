import { builtConfig } from "../steps/build.mjs";
import { journeys } from "./journeys.mjs";
import { check, together } from "./part.mjs";
import { servers } from "./servers.mjs";
import { vitest } from "./vitest.mjs";

/** Vitest by itself leaves a core to whoever watches: of two, one. */
const BOTH = "--max-workers=2";
/** For what runs beside another part. */
const ONE = "--max-workers=1";

/** Real servers and an object left to itself are waited for: what works meanwhile is the rest. */
const inWorkerd = together(vitest("workerd", BOTH), vitest("runtime"), servers);

/**
 * Everything that must hold, what is quick first.
 * @param {() => string} browser
 * @returns {import("./part.mjs").Part[]}
 */
export const parts = (browser) => [
  {
    name: "types",
    about: "Types, the core's without DOM, Workers and Node",
    run: check(
      ["react-router", "typegen"],
      ["wrangler", "types", "--config", "wrangler.toml", "--strict-vars=false"],
      ["tsc", "-p", "tsconfig.json"],
      ["tsc", "-p", "tsconfig.core.json"],
    ),
  },
  { name: "format", about: "Format and order of imports", run: check(["biome", "check", "--error-on-warnings"]) },
  {
    name: "lint",
    about: "Lint with types, who may import whom",
    needs: ["types"],
    run: check(["oxlint", "--type-aware", "--deny-warnings"]),
  },
  { name: "knip", about: "Nothing unused", needs: ["types"], run: check(["knip"]) },
  { name: "unit", about: "Unit tests in Node", run: vitest("node", BOTH) },
  { name: "build", about: "Build", run: check(["node", "scripts/steps/build-once.mjs"]) },
  { name: "size", about: "Size of a viewer's JavaScript", needs: ["build"], run: check(["size-limit"]) },
  {
    name: "deploy",
    about: "What deploy would upload to Workers",
    needs: ["build"],
    run: check(["wrangler", "deploy", "--dry-run", "--config", builtConfig, "--outdir", ".deltaboard/dry-run"]),
  },
  {
    name: "pages",
    about: "Build for Pages",
    needs: ["build"],
    run: check(["node", "scripts/steps/build-pages-once.mjs"]),
  },
  { name: "workerd", about: "Tests in workerd, and of sources against real servers", run: inWorkerd },
  { name: "faults", about: "Faults from outside", needs: ["build"], beside: "workerd", run: vitest("faults", ONE) },
  { name: "journeys", about: "Journeys in a browser", needs: ["build", "pages"], run: journeys(browser) },
];
