import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { StepFailed } from "./step-failed.mjs";

/** @typedef {{ pid: number, server?: number, address?: string }} Holder pid: the command; server: the process group that has the state open */

const file = inRoot(".deltaboard", "server.lock");

/** @param {number | undefined} pid */
function isAlive(pid) {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  // A pid is given out again after a restart of the machine; /proc, where there is one, tells whose it is now.
  const about = `/proc/${pid}/cmdline`;
  return !existsSync(about) || /start\.mjs|dev\.mjs|wrangler|react-router/.test(readFileSync(about, "utf8"));
}

/** @param {Holder} holder @returns {string | undefined} why the state is not free */
function inUse({ pid, server, address }) {
  const where = address ? ` at ${address}` : "";
  if (isAlive(pid))
    return `Deltaboard is running already${where} (process ${pid}). Two servers on one state would damage it: stop that one first.`;
  if (isAlive(server))
    return `A server of an earlier start still runs${where}. End it with \`kill -- -${server}\`, then start again.`;
  return undefined;
}

/**
 * Takes the local state for this process, or says who has it. Two workerds on one state folder corrupt it.
 * @returns {{ tell: (more: Omit<Holder, "pid">) => void, release: () => void }}
 */
export function lockState() {
  mkdirSync(inRoot(".deltaboard"), { recursive: true });
  const reason = existsSync(file) ? inUse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  if (reason) throw new StepFailed(reason);
  /** @param {Omit<Holder, "pid">} more */
  const tell = (more) => writeFileSync(file, JSON.stringify({ pid: process.pid, ...more }));
  tell({});
  return { tell, release: () => rmSync(file, { force: true }) };
}
