import { join } from "node:path";
import { fingerprint, unlessDone } from "./fingerprint.mjs";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";

/** D1 and the objects of `npm start` and `npm run dev`: one state, so that both show the same boards. */
export const stateFolder = inRoot(".wrangler", "state");

/**
 * Applies the migrations that the local database lacks.
 * @param {string} [state]
 */
export function migrate(state = stateFolder) {
  return unlessDone(join(state, ".migrations"), fingerprint(["migrations"]), () =>
    run(
      "wrangler",
      ["d1", "migrations", "apply", "DB", "--local", "--persist-to", state, "--config", "wrangler.toml"],
      {
        hint: `The local database could not be migrated. If it is of no value, delete ${state} and run the command again.`,
      },
    ),
  );
}
