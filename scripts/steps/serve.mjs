import { startChild } from "./children.mjs";
import { StepFailed } from "./step-failed.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {{ child: ChildProcess, output: () => string }} Server */

/**
 * Starts a server and keeps the end of what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Server}
 */
export function startServer(command, args, env = {}) {
  const child = startChild(command, args, env);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said = (said + String(chunk)).slice(-20_000);
    });
  }
  return { child, output: () => said };
}

/**
 * From now on the server's words go to the terminal. Before it is ready they are only of use when it fails.
 * @param {Server} server
 */
export function showOutput({ child }) {
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
}

/**
 * The arguments for wrangler to serve a build by workerd.
 * @param {{ port: number, config: string, state: string, envFiles: readonly string[] }} options later env files win
 */
export const wranglerDev = ({ port, config, state, envFiles }) =>
  `dev --ip 127.0.0.1 --port ${port} --inspector-port 0 --show-interactive-dev-session=false --log-level warn`
    .split(" ")
    .concat("--config", config, "--persist-to", state)
    .concat(envFiles.flatMap((file) => ["--env-file", file]));

/** @param {string} address @returns {Promise<boolean>} */
async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    // Not listening yet, or still loading: the caller asks again.
    return false;
  }
}

/**
 * Resolves once the address answers 200; fails when the server ends first or takes over a minute.
 * @param {string} address
 * @param {Server} server
 */
export async function untilHealthy(address, server) {
  const deadline = Date.now() + 60_000;
  while (!(await answers(address))) {
    if (server.child.exitCode !== null)
      throw new StepFailed(`The server ended with exit code ${server.child.exitCode}.`, server.output());
    if (Date.now() > deadline)
      throw new StepFailed(`The server did not answer ${address} within a minute.`, server.output());
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
