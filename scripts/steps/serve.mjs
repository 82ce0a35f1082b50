import { startChild } from "./children.mjs";
import { StepFailed } from "./step-failed.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/**
 * What is known of a server: whether it has said that it listens (all but Wrangler say nothing, and count as listening),
 * what it said last, and when all it said is here.
 * @typedef {{ child: ChildProcess, listens: () => boolean, output: () => string, closed: Promise<unknown> }} Server
 */

/**
 * Starts a server and keeps the end of what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Server}
 */
export function startServer(command, args, env = {}) {
  const tells = command === "wrangler";
  const child = startChild(command, args, env, tells ? ["ipc"] : []);
  let listens = !tells;
  child.once("message", () => {
    listens = true;
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said = (said + String(chunk)).slice(-20_000);
    });
  }
  const closed = new Promise((resolve) => child.once("close", resolve));
  return { child, listens: () => listens, output: () => said, closed };
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
 * Resolves once the server listens and the address answers 200: an answer alone may be another server's. Fails when the
 * server ends first or takes over a minute.
 * @param {string} address
 * @param {Server} server
 */
export async function untilHealthy(address, server) {
  const deadline = Date.now() + 60_000;
  while (!(server.listens() && (await answers(address)))) {
    const { exitCode, signalCode } = server.child;
    if (exitCode !== null || signalCode !== null) {
      // Its last words may be on their way. What it started may live on and hold the pipe open.
      await Promise.race([server.closed, new Promise((resolve) => setTimeout(resolve, 1_000))]);
      throw new StepFailed(`The server ended with ${signalCode ?? `exit code ${exitCode}`}.`, server.output());
    }
    if (Date.now() > deadline)
      throw new StepFailed(`The server did not answer ${address} within a minute.`, server.output());
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/**
 * Whether a server failed since its port was taken between its choice and its start, in the words of workerd and of Vite.
 * @param {unknown} error
 */
export const portWasTaken = (error) =>
  error instanceof StepFailed && /address already in use|port \d+ is already in use/i.test(error.output);
