import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until the answer is yes.
 * @param {string} what what is waited for, for the failure
 * @param {() => Promise<boolean>} isReady
 * @param {number} [most] milliseconds
 */
export async function until(what, isReady, most = 30_000) {
  const end = Date.now() + most;
  while (!(await isReady().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} was not ready within ${most / 1_000} s.`);
    await sleep(100);
  }
}
