import { isFree } from "../steps/free-port.mjs";

/** Below what systems give out by themselves (from 32768 on Linux, 49152 elsewhere), and past what browsers refuse (10080). */
const [LEAST, MOST] = [11_000, 32_000];

/**
 * A port of the loopback address that nobody has. One of the system's choice would be given to others as well, until its
 * server has started, and while it is restarted.
 * @returns {Promise<number>}
 */
export async function openPort() {
  for (;;) {
    const port = LEAST + Math.floor(Math.random() * (MOST - LEAST));
    if (await isFree(port)) return port;
  }
}
