import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { capture } from "../steps/run.mjs";

/** @typedef {{ prometheus?: { prometheus: string, exporter: string }, postgres?: { folder: string } }} Servers paths of programs */

/** @param {string} name @returns {string | undefined} */
const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

function prometheus() {
  const [server, exporter] = [onPath("prometheus"), onPath("prometheus-node-exporter") ?? onPath("node_exporter")];
  return server && exporter ? { prometheus: server, exporter } : undefined;
}

/** Debian keeps the server's programs in a folder for each version. @returns {Promise<{ folder: string } | undefined>} */
async function postgres() {
  const debians = "/usr/lib/postgresql";
  const versions = existsSync(debians) ? await readdir(debians) : [];
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debians, version, "bin"));
  const beside = onPath("initdb");
  const folder = [...folders, ...(beside ? [join(beside, "..")] : [])].find((one) => existsSync(join(one, "initdb")));
  return folder ? { folder } : undefined;
}

/**
 * The real servers that tests read. Those that are not there are installed by the system's package manager, where that
 * is Debian's and this is root; what is still missing is left out.
 * @returns {Promise<Servers>}
 */
export async function findServers() {
  let [monitoring, database] = [prometheus(), await postgres()];
  const wanted = [
    ...(monitoring ? [] : ["prometheus", "prometheus-node-exporter"]),
    ...(database ? [] : ["postgresql"]),
  ];
  if (wanted.length > 0 && process.platform === "linux" && process.getuid?.() === 0) {
    await capture("apt-get", ["update"]);
    await capture("apt-get", ["install", "-y", "--no-install-recommends", ...wanted]);
    [monitoring, database] = [prometheus(), await postgres()];
  }
  return { ...(monitoring && { prometheus: monitoring }), ...(database && { postgres: database }) };
}
