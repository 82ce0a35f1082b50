import { createServer } from "node:net";

/** A port of the loopback address that nobody has, by the system's choice. @returns {Promise<number>} */
export function openPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("There is no port.")),
      );
    });
  });
}
