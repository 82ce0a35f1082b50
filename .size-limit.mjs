import { readdirSync, readFileSync } from "node:fs";

// What a browser loads for one board, by gzip. The build's manifest names what comes with the page.
const assets = "build/client/assets";
const names = readdirSync(assets);
const [name] = names.filter((file) => file.startsWith("manifest-"));
const text = readFileSync(`${assets}/${name}`, "utf8");
const manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));

/** @param {string | undefined} id @returns {{ module: string, imports: string[] }[]} a route and the layouts around it */
const within = (id) => (id ? [manifest.routes[id], ...within(manifest.routes[id].parentId)] : []);

/** @param {string} file */
const codeOf = (file) => readFileSync(`build/client${file}`, "utf8");

/** Files, and all that they import at once. @param {readonly string[]} first */
function withImports(first) {
  const all = new Set(first);
  for (const file of all) {
    for (const [, shared] of codeOf(file).matchAll(/(?:from|import)\s*[`"']\.\/([\w.-]+\.js)[`"']/g)) {
      all.add(`/assets/${shared}`);
    }
  }
  return [...all];
}

const page = [manifest.entry, ...within("routes/board")].flatMap(({ module, imports }) => [module, ...imports]);
const watching = withImports(page);

/** What comes on top of it with chunks of these names. @param {RegExp} wanted */
const onTop = (wanted) =>
  withImports(names.filter((file) => wanted.test(file)).map((file) => `/assets/${file}`)).filter(
    (file) => !watching.includes(file),
  );

// Words that only one library's code has: who watches has no use for any of them.
for (const [library, word] of Object.entries({
  cmdk: "cmdk-item",
  "react-markdown": "mdast",
  recharts: "recharts-curve",
  sonner: "data-sonner-toast",
})) {
  const isIn = names.some((file) => file.endsWith(".js") && codeOf(`/assets/${file}`).includes(word));
  if (!isIn) throw new Error(`No file holds "${word}", by which .size-limit.mjs knows ${library}.`);
  const holders = watching.filter((file) => codeOf(file).includes(word));
  if (holders.length > 0) throw new Error(`${library} comes with every board, in ${holders.join(", ")}.`);
}

const tools = /^tools-/;
/** Comes with every board, a moment later. */
const after = onTop(tools);

// A page hydrates once the code of its panels is here, and must not wait for the tools around them.
for (const panel of names.filter((file) => /^([a-z]+-panel|wall)-.*\.js$/.test(file))) {
  const late = withImports([`/assets/${panel}`]).find((file) => tools.test(file.slice("/assets/".length)));
  if (late) throw new Error(`${panel} comes with ${late}: name what they share in "shared" of vite.config.ts.`);
}

/** @param {string} name @param {string[]} files @param {string} limit */
const budget = (name, files, limit) => ({
  name: `${name} (gzip)`,
  path: files.map((file) => `build/client${file}`),
  gzip: true,
  limit,
});

export default [
  budget("JavaScript of a board", watching, "179 kB"),
  budget("Tools around it, which come after it", after, "11 kB"),
  budget("Charts, on top", onTop(/^line-panel-/), "140 kB"),
  budget(
    "Where people write together, on top",
    onTop(/^(list|note|events|discussion|followed)-panel-/).filter((file) => !after.includes(file)),
    "42 kB",
  ),
];
