import { stopChildren } from "./children.mjs";

/**
 * Ends the command and all it started: on Ctrl-C, on SIGTERM, or when the server ends by itself.
 * @param {() => void} release called last
 */
export function onStop(release) {
  let stopping = false;
  /**
   * @param {number} code
   * @param {string} [reason] printed, unless the command is ending already
   */
  const stop = async (code, reason) => {
    if (stopping) return;
    stopping = true;
    if (reason) console.log(`\n${reason}`);
    await stopChildren();
    release();
    process.exit(code);
  };
  process.once("SIGINT", () => void stop(0, "Stopping …"));
  process.once("SIGTERM", () => void stop(0));
  return stop;
}
