import { jsonIn, mustRun } from "./wrangler.mjs";

const NO_DATABASE = "00000000-0000-0000-0000-000000000000";

/** @typedef {import("./wrangler.mjs").Wrangler} Wrangler */
/** @typedef {{ d1_databases: { binding: string, database_name: string, database_id: string }[] }} WithDatabase */

/** @param {Wrangler} wrangler @param {string} name @returns {Promise<string | undefined>} */
async function idOf(wrangler, name) {
  const output = await mustRun(wrangler, ["d1", "list", "--json"], {
    hint: "The account's D1 databases could not be listed.",
  });
  /** @type {{ name: string, uuid: string }[]} */
  const databases = jsonIn(output);
  return databases.find((one) => one.name === name)?.uuid;
}

/**
 * The configuration with the id of a database that exists. An id in wrangler.toml is taken as it is. Without one the database is found by
 * its name, or made; the id goes into the build's configuration only, so that a deploy changes no file of the repository.
 * @template {WithDatabase} T
 * @param {Wrangler} wrangler
 * @param {T} config
 * @returns {Promise<T>}
 */
export async function withDatabase(wrangler, config) {
  const [database] = config.d1_databases;
  if (!database || database.database_id !== NO_DATABASE) return config;
  const name = database.database_name;
  const found = await idOf(wrangler, name);
  if (!found)
    await mustRun(wrangler, ["d1", "create", name, "--update-config", "false"], {
      hint: `The database ${name} could not be made.`,
    });
  const id = found ?? (await idOf(wrangler, name));
  const d1_databases = [{ ...database, database_id: id ?? NO_DATABASE }];
  return { ...config, d1_databases };
}
