import { Agent, request } from "node:http";
import { apiKeys } from "./api-keys";
import { moment } from "./moment";
import type { Runtime } from "./runtime";
import type { Side } from "./side";
import { padded } from "./values";

/** Pushes 200 bytes by HTTP, as a program does: over a connection that is kept, and one request after the other. */
export class PostPusher {
  readonly #side: Side["name"];
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #pushes = 0;

  constructor(side: Side["name"], { port }: Runtime) {
    this.#side = side;
    this.#port = port;
  }

  /** The mark that it went out with, and the milliseconds until it was answered. */
  async push(): Promise<{ mark: number; answered: number }> {
    const mark = moment();
    const value = padded(`#${mark}#`, 200);
    if (this.#side === "product")
      await this.#post("/api/v1/values", JSON.stringify({ values: { "bench.value": value } }));
    else await this.#post("/push", `\n${JSON.stringify({ key: "bench.value", value })}`);
    return { mark, answered: moment() - mark };
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(path: string, body: string): Promise<void> {
    this.#pushes += 1;
    const key = apiKeys[this.#pushes % apiKeys.length];
    const product = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const headers = this.#side === "product" ? product : {};
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port: this.#port, method: "POST", path, headers, agent: this.#agent },
        (response) => {
          const { statusCode = 0 } = response;
          response
            .resume()
            .once("end", () => (statusCode < 300 ? resolve() : reject(new Error(`${path}: ${statusCode}`))));
        },
      );
      sent.once("error", reject);
      sent.end(body);
    });
  }
}
