import { capture } from "../steps/run.mjs";
import { StepFailed } from "../steps/step-failed.mjs";
import { toolEnv } from "../steps/tool-env.mjs";

/**
 * @typedef {(args: readonly string[], options?: { env?: Record<string, string>, input?: string }) => Promise<import("../steps/run.mjs").Finished>}
 *   Wrangler the seam to the platform: tests answer in its place
 */

/** @type {Wrangler} */
export const wrangler = (args, { env = {}, ...options } = {}) =>
  capture("wrangler", args, { env: toolEnv(env), ...options });

/**
 * Runs wrangler and fails the step with what it said when its exit code is not 0.
 * @param {Wrangler} tool
 * @param {readonly string[]} args
 * @param {{ hint: string, env?: Record<string, string>, input?: string }} options hint: what a person can do about it
 */
export async function mustRun(tool, args, { hint, ...options }) {
  const { code, output } = await tool(args, options);
  if (code !== 0) throw new StepFailed(hint, output);
  return output;
}

/** @param {string} output of a command that prints JSON, perhaps after a banner */
export function jsonIn(output) {
  const start = output.search(/^[[{]/m);
  if (start < 0) throw new StepFailed("wrangler did not answer in JSON.", output);
  return JSON.parse(output.slice(start));
}
