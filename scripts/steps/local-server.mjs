import { stopChildren } from "./children.mjs";
import { triggerSchedule } from "./each-minute.mjs";
import { freePort } from "./free-port.mjs";
import { portWasTaken, showOutput, untilHealthy } from "./serve.mjs";
import { lockState } from "./server-lock.mjs";
import { fail } from "./steps.mjs";
import { onStop } from "./until-stopped.mjs";

/** @typedef {import("./serve.mjs").Server} Server */
/** @typedef {(port: number) => Server} Serve */

/**
 * Serves on a port that is free. Between its choice and the start another may take it: then it is the next.
 * @param {Serve} serve
 * @param {(server: Server, address: string) => void} began
 * @returns {Promise<{ server: Server, address: string }>} once it answers
 */
async function serveOnFreePort(serve, began) {
  for (;;) {
    const port = await freePort(process.env.PORT);
    const [server, address] = [serve(port), `http://localhost:${port}`];
    began(server, address);
    try {
      await untilHealthy(`http://127.0.0.1:${port}/healthz`, server);
      return { server, address };
    } catch (error) {
      // For a port that a person asked for, freePort says that it is taken.
      if (!portWasTaken(error)) throw error;
    }
  }
}

/**
 * Runs a command that prepares and serves the local state until it is stopped, as the only one that has that state open.
 * @param {(serve: (serve: Serve) => Promise<string>) => Promise<unknown>} command says how to serve, and gets the address once it answers
 * @returns {Promise<void>}
 */
export async function runLocalServer(command) {
  const lock = lockState();
  const stop = onStop(lock.release);
  try {
    await command(async (serve) => {
      const { server, address } = await serveOnFreePort(serve, ({ child }, address) =>
        lock.tell({ ...(child.pid ? { server: child.pid } : {}), address }),
      );
      showOutput(server);
      server.child.once(
        "exit",
        (code) => void stop(1, `The server ended by itself (exit code ${code}). Start it again.`),
      );
      triggerSchedule(
        address,
        () => void stop(1, "The server has not answered anything for three minutes. Start it again."),
      );
      return address;
    });
  } catch (error) {
    await stopChildren();
    lock.release();
    fail(error);
  }
}
