import { createServer, type Server as HttpServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { openPort } from "../servers/open-port.mjs";
import { portWasTaken, startServer, untilHealthy } from "./serve.mjs";

let other: HttpServer | undefined;
afterEach(() => {
  other?.close();
  other = undefined;
});

const says = (words: string) => startServer("node", ["-e", `console.error(${JSON.stringify(words)}); process.exit(3)`]);

test("a server that ends at its start fails with what it said last, which whoever prints the failure prints too", async () => {
  const address = `http://127.0.0.1:${await openPort()}/healthz`;
  const failure = untilHealthy(address, says("no such setting"));
  await expect(failure).rejects.toMatchObject({
    message: "The server ended with exit code 3.",
    cause: { message: "no such setting\n" },
  });
  await expect(failure.catch(portWasTaken)).resolves.toBe(false);
});

test("a port that was taken meanwhile is told from other failures, in the words of either server", async () => {
  const address = `http://127.0.0.1:${await openPort()}/healthz`;
  for (const words of ["failed: bind(): Address already in use (os error 98)", "Error: Port 8787 is already in use"])
    await expect(untilHealthy(address, says(words)).catch(portWasTaken)).resolves.toBe(true);
});

test("what another server answers at the address is no sign of life of one that has not said that it listens", async () => {
  const port = await openPort();
  other = createServer((_, answer) => answer.end()).listen(port, "127.0.0.1");
  const address = `http://127.0.0.1:${port}/healthz`;
  const server = { ...says("Address already in use"), listens: () => false };
  await expect(untilHealthy(address, server).catch(portWasTaken)).resolves.toBe(true);
});
