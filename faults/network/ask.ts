import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Question {
  readonly port: number;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the whole answer is there. */
  readonly within: number;
  /** Without one, a connection of its own. */
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request. Null when no whole answer came in time: then nobody knows whether it was done. */
export function ask({
  port,
  method = "GET",
  path,
  headers = {},
  body,
  within,
  agent,
}: Question): Promise<Answer | null> {
  return new Promise((resolve) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: agent ?? false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => {
        const { statusCode = 0, complete } = response;
        done(
          complete ? { status: statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() } : null,
        );
      });
      // Cut off in the middle of the body.
      response.once("error", () => done(null));
    });
    const late = setTimeout(() => {
      sent.destroy();
      done(null);
    }, within);
    const done = (answer: Answer | null) => {
      clearTimeout(late);
      resolve(answer);
    };
    sent.once("error", () => done(null));
    sent.end(body);
  });
}
