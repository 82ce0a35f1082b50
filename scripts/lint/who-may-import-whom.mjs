import { posix } from "node:path";

/**
 * @typedef {{ may: readonly RegExp[], instead: string, packages?: RegExp, never?: RegExp }} Layer
 *   may: files of the project that this layer may import, beside its own · instead: what to do in place of a forbidden import
 *   packages: the only packages it may import · never: packages it may not import
 */

const core = /^core\//;
const server = /^server\//;
const db = /^db\//;
const sources = /^sources\//;
const settings = /^sources\/[^/]+\/settings\.ts$/;
// Pure: the form works rules out as they are typed, by the same code as a refresh.
const mapping = /^sources\/(mapping\/[^/]+|collect-readings|json-copy)\.ts$/;
const platform = /^(node:|cloudflare:|@cloudflare\/|drizzle-orm)/;
const screen = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;

/**
 * Who may import whom, first match wins: [folder, layer]. docs/architecture.md draws the same.
 * @type {readonly (readonly [string, Layer])[]}
 */
const layers = [
  [
    "core/",
    {
      may: [],
      packages: /^valibot$/,
      instead: "core is pure: declare a port in core/ports.ts and hand the real thing in",
    },
  ],
  [
    "sources/",
    {
      may: [core],
      never: screen,
      instead: "a connector knows core alone: what it needs is handed to it by the object",
    },
  ],
  ["db/", { may: [core], never: screen, instead: "a query gets what it needs as arguments" }],
  [
    "server/",
    { may: [core, db], never: screen, instead: "reach the object by RPC through the interface in core/live-object.ts" },
  ],
  [
    "workers/",
    { may: [core, db, server, sources], never: screen, instead: "pages come in as the virtual server build" },
  ],
  [
    "app/live/",
    {
      may: [core],
      never: platform,
      instead: "live code runs in a browser: what it needs of the server arrives in frames",
    },
  ],
  [
    "app/components/",
    {
      may: [core, /^app\/live\//, settings, mapping],
      never: platform,
      instead: "a component gets data as props, from hooks of app/live, or from its route's loader",
    },
  ],
  [
    "app/",
    {
      // A test beside a route drives the object as those of the Worker do.
      may: [core, server, db, /^app\//, settings, /^workers\/testing\//],
      instead: "a route reaches the object through server/live-object.ts",
    },
  ],
  ["cli/", { may: [core], instead: "the command speaks the public API" }],
  [
    "functions/",
    { may: [/^workers\/(live|api)/, core, server, /^build\//], instead: "Pages runs what the Worker runs, no more" },
  ],
  ["exporter/", { may: [], instead: "the exporter stands alone: any Prometheus could read it" }],
  ["e2e/", { may: [core, /^sources\/testing\//, /^scripts\//], instead: "a journey knows the product from outside" }],
  [
    "faults/",
    {
      // Its readers come back, acknowledge and listen for silence as the browser's half does, which reads there as well.
      may: [
        core,
        /^app\/live\//,
        /^workers\/proof\/testing\//,
        /^sources\/testing\//,
        /^scripts\//,
        /^e2e\/fixtures\//,
      ],
      instead: "what befalls the server comes from outside, and is judged from there",
    },
  ],
  [
    "bench/live/",
    {
      // It runs the object and its doors beside what they are compared with, and its readers acknowledge as a browser does.
      may: [core, /^workers\/(do|api|live)\b/, /^app\/live\//, /^scripts\//, /^bench\//],
      instead: "a measurement runs the object, its doors and the browser's half, and nothing else of the product",
    },
  ],
  [
    "bench/",
    {
      // Its readers acknowledge as a browser does. Refreshes are measured against parsing and mapping their answers.
      may: [core, mapping, /^app\/live\/(acks|clock)\.ts$/, /^sources\/testing\//, /^scripts\//, /^e2e\//],
      instead: "a measurement knows the product from outside",
    },
  ],
  ["scripts/", { may: [], instead: "scripts run before anything is installed or built" }],
];

const inTests = /(^|\/)testing\/|\.test\.tsx?$|^(e2e|bench|faults)\//;
const testPackages =
  /^(vitest|fast-check|@valibot\/to-json-schema|@fast-check\/vitest|cloudflare:test|cloudflare:workers|node:.*)$/;

/**
 * The reason why one file may not import another, or undefined when it may.
 * @param {string} file from the project's root, with forward slashes
 * @param {string} specifier as written
 * @returns {string | undefined}
 */
export function forbidden(file, specifier) {
  const [folder, layer] = layers.find(([prefix]) => file.startsWith(prefix)) ?? [];
  if (!folder || !layer) return undefined;
  return specifier.startsWith(".")
    ? forbiddenFile(file, posix.join(posix.dirname(file), specifier), folder, layer)
    : forbiddenPackage(file, specifier, folder, layer);
}

/** @param {string} file @param {string} target @param {string} folder @param {Layer} layer */
function forbiddenFile(file, target, folder, layer) {
  const tested = inTests.test(file);
  const path = /\.[a-z]+$/.test(target) ? target : `${target}.ts`;
  if (/(^|\/)testing\//.test(path) && !tested) return `${path} is for tests: only tests may import it`;
  // What the docs show is run.
  if (tested && path.startsWith("docs/examples/")) return undefined;
  if (path.startsWith(folder) || layer.may.some((allowed) => allowed.test(path))) return undefined;
  return `${folder} may not import ${path}: ${layer.instead}`;
}

/** @param {string} file @param {string} name @param {string} folder @param {Layer} layer */
function forbiddenPackage(file, name, folder, { packages, never, instead }) {
  if (inTests.test(file) && testPackages.test(name)) return undefined;
  const refused = (packages && !packages.test(name)) || never?.test(name);
  return refused ? `${folder} may not import ${name}: ${instead}` : undefined;
}
