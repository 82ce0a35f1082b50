import { parseArgs } from "node:util";
import { StepFailed } from "../steps/step-failed.mjs";

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} names of all parts
 * @returns {{ chosen: Set<string>, prove: boolean }}
 */
export function readArguments(args, names) {
  const { values } = parse(args);
  const chosen = values.only ? values.only.split(",") : names;
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new StepFailed(`No part is called ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  return { chosen: new Set(chosen), prove: values.prove ?? false };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options: { only: { type: "string" }, prove: { type: "boolean" } } });
  } catch (error) {
    throw new StepFailed(/** @type {Error} */ (error).message);
  }
}
