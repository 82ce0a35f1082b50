import { readdirSync, readFileSync } from "node:fs";

// A viewer's JavaScript: what a browser loads for one board, and nothing of the editor or the sources. The build's manifest names it.
const assets = "build/client/assets";
const [name] = readdirSync(assets).filter((file) => file.startsWith("manifest-"));
const text = readFileSync(`${assets}/${name}`, "utf8");
const manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));

/** @param {string | undefined} id @returns {{ module: string, imports: string[] }[]} a route and the layouts around it */
const within = (id) => (id ? [manifest.routes[id], ...within(manifest.routes[id].parentId)] : []);

const files = [manifest.entry, ...within("routes/board")].flatMap(({ module, imports }) => [module, ...imports]);

/** Loaded by boards that have such a panel, and by an inbox that is opened. */
const together = /^(bar|pie|gauge|grid|text|list|note|events|discussion|followed)-panel-|^inbox-actions-/;

/**
 * The manifest leaves out what is loaded later, such as the charts; who looks at it waits for it all the same.
 * @param {string[]} first @param {(name: string) => boolean} isLoaded
 */
function withLater(first, isLoaded) {
  const all = new Set(first);
  for (const file of all) {
    const code = readFileSync(`build/client${file}`, "utf8");
    for (const [, later = ""] of code.matchAll(/import\([`"']\.\/([\w.-]+\.js)[`"']\)/g)) {
      if (isLoaded(later)) all.add(`/assets/${later}`);
    }
    for (const [, shared] of code.matchAll(/from\s*[`"']\.\/([\w.-]+\.js)[`"']/g)) all.add(`/assets/${shared}`);
  }
  return [...all];
}

const alone = withLater(files, (name) => !together.test(name));
const more = withLater(files, () => true).filter((file) => !alone.includes(file));

export default [
  {
    name: "JavaScript of a board, as the browser receives it (brotli)",
    path: alone.map((file) => `build/client${file}`),
    limit: "262 kB",
  },
  {
    name: "What comes on top with panels of every other kind",
    path: more.map((file) => `build/client${file}`),
    limit: "75 kB",
  },
];
