import { spawn } from "node:child_process";
import { root } from "./root.mjs";
import { StepFailed } from "./step-failed.mjs";
import { toolEnv } from "./tool-env.mjs";

/** @typedef {{ code: number, output: string }} Finished `output` is standard output and error in the order of arrival. */

/**
 * Runs a command to its end and never throws for its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, input?: string }} [options] show: also print while it runs
 * @returns {Promise<Finished>}
 */
export function capture(command, args, { env = toolEnv(), show = false, input } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    let output = "";
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
    child.stdin?.end(input);
  });
}

/**
 * Runs a command and fails the step when its exit code is not 0.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, input?: string, hint?: string }} [options] hint: what a person can do about it
 * @returns {Promise<string>} its output
 */
export async function run(command, args, { hint, ...options } = {}) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0)
    throw new StepFailed(hint ?? `\`${command} ${args.join(" ")}\` ended with exit code ${code}.`, output);
  return output;
}
