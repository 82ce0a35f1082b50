import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { inRoot, root } from "./root.mjs";

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/**
 * One hash over the names and contents of files. Contents, not times: a checkout changes times and nothing else.
 * @param {readonly string[]} paths files and folders, from the project's root
 * @param {(file: string) => boolean} [counts]
 */
export function fingerprint(paths, counts = () => true) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesIn(inRoot(path))).filter(counts)) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * Does work only when its inputs changed since it last succeeded.
 * @param {string} stamp the file that remembers; keep it inside what the work makes, so that deleting the one deletes the other
 * @param {string} inputs their fingerprint
 * @param {() => Promise<unknown>} work
 * @returns {Promise<"up to date" | "done">}
 */
export async function unlessDone(stamp, inputs, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) return "up to date";
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  return "done";
}
