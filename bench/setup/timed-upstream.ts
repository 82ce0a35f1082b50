import { createServer, type Server, type ServerResponse } from "node:http";
import { moment } from "../live/setup/moment";

/** An upstream that writes down when it was asked: `/good…` answers JSON at once, `/fail…` 503, `/hang…` never. */
export class TimedUpstream {
  /** Milliseconds of `moment`, by path. */
  readonly asked = new Map<string, number[]>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? "";
      this.asked.set(path, [...(this.asked.get(path) ?? []), moment()]);
      answer(path, response);
    });
  }

  static async start(): Promise<TimedUpstream> {
    const upstream = new TimedUpstream();
    await new Promise<void>((resolve) => upstream.#server.listen(0, "127.0.0.1", resolve));
    return upstream;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the upstream has no port");
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

let count = 0;

function answer(path: string, response: ServerResponse): void {
  if (path.startsWith("/hang")) return;
  if (path.startsWith("/fail")) return void response.writeHead(503).end();
  count += 1;
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ a: count, b: path, c: [1, 2, 3] }));
}
