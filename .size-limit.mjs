import { readdirSync, readFileSync } from "node:fs";

// A viewer's JavaScript: what a browser loads for one board, and nothing of the editor or the sources. The build's manifest names it.
const assets = "build/client/assets";
const [name] = readdirSync(assets).filter((file) => file.startsWith("manifest-"));
const text = readFileSync(`${assets}/${name}`, "utf8");
const manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));

/** @param {string | undefined} id @returns {{ module: string, imports: string[] }[]} a route and the layouts around it */
const within = (id) => (id ? [manifest.routes[id], ...within(manifest.routes[id].parentId)] : []);

const files = [manifest.entry, ...within("routes/board")].flatMap(({ module, imports }) => [module, ...imports]);

export default [
  {
    name: "JavaScript of a board, as the browser receives it (brotli)",
    path: [...new Set(files)].map((file) => `build/client${file}`),
    limit: "250 kB",
  },
];
