import { stopChildren } from "./children.mjs";
import { triggerSchedule } from "./each-minute.mjs";
import { showOutput, untilHealthy } from "./serve.mjs";
import { lockState } from "./server-lock.mjs";
import { fail } from "./steps.mjs";
import { onStop } from "./until-stopped.mjs";

/** @typedef {import("./serve.mjs").Server} Server */
/** @typedef {{ server: Server, port: number }} Started */

/**
 * Runs a command that prepares and serves the local state until it is stopped, as the only one that has that state open.
 * @param {(begun: (started: Started) => Promise<string>) => Promise<unknown>} command reports its server, and gets its address once it answers
 * @returns {Promise<void>}
 */
export async function runLocalServer(command) {
  const lock = lockState();
  const stop = onStop(lock.release);
  try {
    await command(async ({ server, port }) => {
      const address = `http://localhost:${port}`;
      lock.tell({ ...(server.child.pid ? { server: server.child.pid } : {}), address });
      await untilHealthy(`http://127.0.0.1:${port}/healthz`, server);
      showOutput(server);
      server.child.once(
        "exit",
        (code) => void stop(1, `The server ended by itself (exit code ${code}). Start it again.`),
      );
      triggerSchedule(address);
      return address;
    });
  } catch (error) {
    await stopChildren();
    lock.release();
    fail(error);
  }
}
