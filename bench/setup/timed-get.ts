import { Agent, get } from "node:http";

const agent = new Agent({ keepAlive: true });

export interface TimedAnswer {
  /** Milliseconds from the request to the body's first and last byte. */
  readonly first: number;
  readonly last: number;
  readonly body: Buffer;
}

/** One GET over a connection that is kept open, as a browser's is. */
export function timedGet(url: string, cookie = ""): Promise<TimedAnswer> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const request = get(url, { agent, headers: { Cookie: cookie, Accept: "text/html" } }, (response) => {
      const chunks: Buffer[] = [];
      let first = Number.NaN;
      response.on("data", (chunk: Buffer) => {
        if (chunks.length === 0) first = performance.now() - start;
        chunks.push(chunk);
      });
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200)
          resolve({ first, last: performance.now() - start, body: Buffer.concat(chunks) });
        else reject(new Error(`${url} was answered ${response.statusCode}`));
      });
    });
    request.once("error", reject);
  });
}
