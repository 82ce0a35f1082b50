import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { giveAnswer } from "./give-answer";
import type { SingleAnswer, UpstreamAnswer } from "./upstream-answer";
import { upstreamControl } from "./upstream-control";

export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Empty until all of it has come. */
  body: string;
}

/** A web server whose every path does what the test says, also while it runs. Paths without a route answer 404. */
export interface ScriptedUpstream {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly url: string;
  route(path: string, answer: UpstreamAnswer): void;
  /** How often the path has been asked. */
  count(path: string): number;
  requests(path: string): readonly SeenRequest[];
  /** Resolves when the path has been asked so often, at once when it has. */
  asked(path: string, times: number): Promise<void>;
  /** Requests of the path that hang now. */
  hanging(path: string): number;
  /** Lets the hanging requests of the path have what stands in the route now; hangs up if that is still "hang". */
  release(path: string): void;
  /** Forgets routes and counts, and hangs up on whoever hangs. */
  reset(): void;
  close(): Promise<void>;
}

interface Path {
  answers: SingleAnswer[];
  readonly seen: SeenRequest[];
  readonly hanging: Set<ServerResponse>;
  waiting: { readonly times: number; readonly resolve: () => void }[];
}

/** On a free port of the loopback address. Other runtimes steer it through `/$control` (upstream-control.ts). */
export async function scriptedUpstream(): Promise<ScriptedUpstream> {
  const paths = new Map<string, Path>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://upstream");
    if (pathname === "/$control") upstreamControl(upstream, request, response);
    else serve(pathOf(paths, pathname), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The upstream has no port.");
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  const upstream = { ...handle(paths), url: `http://127.0.0.1:${address.port}`, close };
  return upstream;
}

function handle(paths: Map<string, Path>): Omit<ScriptedUpstream, "url" | "close"> {
  const at = (path: string) => pathOf(paths, path);
  return {
    route: (path, answer) => {
      at(path).answers = Array.isArray(answer) ? [...answer] : [answer];
    },
    count: (path) => at(path).seen.length,
    requests: (path) => at(path).seen,
    asked: (path, times) => {
      if (at(path).seen.length >= times) return Promise.resolve();
      return new Promise((resolve) => at(path).waiting.push({ times, resolve }));
    },
    hanging: (path) => at(path).hanging.size,
    release: (path) => release(at(path)),
    reset: () => {
      for (const path of paths.values()) for (const response of path.hanging) response.destroy();
      paths.clear();
    },
  };
}

function pathOf(paths: Map<string, Path>, name: string): Path {
  const known = paths.get(name);
  if (known) return known;
  const path: Path = { answers: [{ do: "answer", status: 404 }], seen: [], hanging: new Set(), waiting: [] };
  paths.set(name, path);
  return path;
}

function serve(path: Path, request: IncomingMessage, response: ServerResponse): void {
  const seen: SeenRequest = {
    method: request.method ?? "",
    url: request.url ?? "",
    headers: request.headers,
    body: "",
  };
  path.seen.push(seen);
  request.setEncoding("utf8").on("data", (part: string) => (seen.body += part));
  const answer = take(path);
  if (answer.do === "hang") {
    path.hanging.add(response);
    response.once("close", () => path.hanging.delete(response));
  } else {
    giveAnswer(answer, response);
  }
  const reached = path.waiting.filter(({ times }) => path.seen.length >= times);
  path.waiting = path.waiting.filter((one) => !reached.includes(one));
  for (const { resolve } of reached) resolve();
}

function release(path: Path): void {
  for (const response of path.hanging) {
    path.hanging.delete(response);
    const answer = take(path);
    if (answer.do === "hang") response.destroy();
    else giveAnswer(answer, response);
  }
}

function take(path: Path): SingleAnswer {
  const [first, ...rest] = path.answers;
  if (rest.length > 0) path.answers = rest;
  return first ?? { do: "answer", status: 404 };
}
