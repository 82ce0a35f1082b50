import { readFileSync } from "node:fs";
import { transformWithOxc } from "vite";
import { unstable_readConfig } from "wrangler";

const FOLDER = "docs/examples/other-worker";

/**
 * The example of a Worker beside ours, as its wrangler.toml describes it, bound to the object that is tested.
 *
 * @param {string} ours The name under which the Worker that is tested runs.
 */
export async function otherWorker(ours) {
  const {
    name = "",
    compatibility_date = "",
    durable_objects,
  } = unstable_readConfig({ config: `${FOLDER}/wrangler.toml` });
  const { code } = await transformWithOxc(readFileSync(`${FOLDER}/worker.ts`, "utf8"), "worker.ts");
  /** @type {{ name: string, class_name: string, script_name?: string | undefined }[]} */
  const bindings = durable_objects.bindings;
  const bound = bindings.map(({ name: binding, class_name: className, script_name }) => {
    const designator = { className, useSQLite: true };
    return [binding, script_name === "deltaboard" ? { className, scriptName: ours } : designator];
  });
  return {
    name,
    modules: [{ type: /** @type {const} */ ("ESModule"), path: "worker.js", contents: code }],
    compatibilityDate: compatibility_date,
    /** @type {Record<string, { className: string, scriptName?: string, useSQLite?: boolean }>} */
    durableObjects: Object.fromEntries(bound),
  };
}
