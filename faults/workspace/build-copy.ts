import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";

/**
 * A build under a name of its own, with which its code differs from any other's: what a new build is to whoever is
 * connected. Gives its configuration. The runtime starts anew when the files that it serves change, so none is shared.
 *
 * @param from the folder of the build
 */
export function buildCopy(from: string, folder: string, name: string): string {
  const copy = join(folder, name);
  cpSync(from, copy, { recursive: true });
  appendFileSync(join(copy, "server", "index.js"), `\n// Build ${name}\n`);
  return join(copy, "server", "wrangler.json");
}
