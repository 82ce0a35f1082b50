import { createInterface } from "node:readline";
import { startChild } from "./children.mjs";
import { StepFailed } from "./step-failed.mjs";

/**
 * Starts the exporter of this machine's own figures. It prints one line, `{"port":N}`, once it listens.
 * @returns {Promise<string>} the address of its metrics
 */
export function startExporter() {
  const child = startChild("node", ["exporter/exporter.mjs", "--port", "0", "--with-parent"]);
  return new Promise((resolve, reject) => {
    let complaints = "";
    child.stderr?.on("data", (chunk) => {
      complaints += String(chunk);
    });
    child.once("error", reject);
    child.once("exit", () =>
      reject(new StepFailed("The exporter of this machine's figures did not start.", complaints)),
    );
    const lines = child.stdout && createInterface({ input: child.stdout });
    lines?.once("line", (line) => resolve(`http://127.0.0.1:${JSON.parse(line).port}/metrics`));
  });
}
