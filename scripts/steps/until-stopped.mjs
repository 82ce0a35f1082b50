import { stopChildren } from "./children.mjs";

/**
 * Ends the command and all it started: on Ctrl-C, on SIGTERM, or when the server ends by itself.
 * @param {() => void} release called last
 */
export function onStop(release) {
  let stopping = false;
  /** @param {number} code */
  const stop = async (code) => {
    if (stopping) return;
    stopping = true;
    await stopChildren();
    release();
    process.exit(code);
  };
  process.once("SIGINT", () => {
    console.log("\nStopping …");
    void stop(0);
  });
  process.once("SIGTERM", () => void stop(0));
  return stop;
}
