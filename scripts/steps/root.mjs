import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, whatever folder the command was started in. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** @param {string[]} parts */
export const inRoot = (...parts) => resolve(root, ...parts);
