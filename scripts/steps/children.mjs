import { spawn } from "node:child_process";
import { root } from "./root.mjs";
import { toolEnv } from "./tool-env.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * Starts a long-running child as the leader of its own process group: Ctrl-C then reaches only this process, which ends the children in
 * order, with everything that they started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {readonly "ipc"[]} [channel] by which a program of Node may send messages
 */
export function startChild(command, args, env = {}, channel = []) {
  const child = spawn(command, args, {
    cwd: root,
    env: toolEnv(env),
    detached: true,
    stdio: ["ignore", "pipe", "pipe", ...channel],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group ended between the check and the call.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/** Ends all children, gently first, and resolves when the last is gone. */
export async function stopChildren() {
  const ends = [...running].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of running) signalGroup(child, "SIGTERM");
  const force = setTimeout(() => {
    for (const child of running) signalGroup(child, "SIGKILL");
  }, 5_000);
  await Promise.all(ends);
  clearTimeout(force);
}
