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

/** @param {Partial<Holder>} holder @returns {string | undefined} why the state is not free */
function inUse({ pid, server, address }) {
  const where = address ? ` at ${address}` : "";
  if (isAlive(pid))
    return `Deltaboard is running already${where} (process ${pid}). Two servers on one state would damage it: stop that one first.`;
  if (isAlive(server))
    return `A server of an earlier start still runs${where}. End it with \`kill -- -${server}\`, then start again.`;
  return undefined;
}

/** @returns {Partial<Holder>} nothing where a full disk or a crash left half a file */
function holder() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/** @param {() => void} make @returns {boolean} false where it is there already */
function isMade(make) {
  try {
    make();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return false;
  }
}

/**
 * Takes the local state for this process, or says who has it. Two workerds on one state folder corrupt it.
 * @returns {{ tell: (more: Omit<Holder, "pid">) => void, release: () => void }}
 */
export function lockState() {
  mkdirSync(inRoot(".deltaboard"), { recursive: true });
  /** @param {Omit<Holder, "pid">} more */
  const tell = (more, flag = "w") => writeFileSync(file, JSON.stringify({ pid: process.pid, ...more }), { flag });
  // Of two that start at once, one makes the file.
  while (!isMade(() => tell({}, "wx"))) {
    const reason = inUse(holder());
    if (reason) throw new StepFailed(reason);
    rmSync(file, { force: true });
  }
  return { tell, release: () => rmSync(file, { force: true }) };
}
