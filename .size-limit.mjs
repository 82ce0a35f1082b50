import { readdirSync, readFileSync } from "node:fs";

// A viewer's JavaScript: what a browser loads for one board, and nothing of the editor or the sources. The build's manifest names it.
const assets = "build/client/assets";
const [name] = readdirSync(assets).filter((file) => file.startsWith("manifest-"));
const text = readFileSync(`${assets}/${name}`, "utf8");
const manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));

/** @param {string | undefined} id @returns {{ module: string, imports: string[] }[]} a route and the layouts around it */
const within = (id) => (id ? [manifest.routes[id], ...within(manifest.routes[id].parentId)] : []);

const files = [manifest.entry, ...within("routes/board")].flatMap(({ module, imports }) => [module, ...imports]);

/** The manifest leaves out what is loaded later, such as the charts; a viewer of a board with charts waits for it all the same. */
const everything = new Set(files);
for (const file of everything) {
  const code = readFileSync(`build/client${file}`, "utf8");
  for (const [, later] of code.matchAll(/import\([`"']\.\/([\w.-]+\.js)[`"']\)/g)) everything.add(`/assets/${later}`);
  for (const [, shared] of code.matchAll(/from\s*[`"']\.\/([\w.-]+\.js)[`"']/g)) everything.add(`/assets/${shared}`);
}

export default [
  {
    name: "JavaScript of a board, as the browser receives it (brotli)",
    path: [...everything].map((file) => `build/client${file}`),
    limit: "255 kB",
  },
];
