import { createServer } from "node:net";
import { StepFailed } from "./step-failed.mjs";

/** Whether nobody listens there, on the loopback address. @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/**
 * The first free port from 8787 up, or exactly the one that a person asked for.
 * @param {string | undefined} wanted the variable PORT
 */
export async function freePort(wanted) {
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new StepFailed(`PORT is ${wanted}, which is no port.`);
    if (await isFree(port)) return port;
    throw new StepFailed(`Port ${port} is taken. Leave PORT out to take the first free one from 8787 up.`);
  }
  for (let port = 8787; port < 8887; port++) if (await isFree(port)) return port;
  throw new StepFailed("No port from 8787 to 8886 is free. Set PORT to one that is.");
}
