import { createServer } from "node:http";

const TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Serves `/metrics`, on the loopback address only. A request that names another host comes from a web page whose name
 * was pointed at this machine, and gets nothing.
 *
 * @param {() => Promise<string>} metrics
 */
export function makeServer(metrics) {
  return createServer((request, response) => {
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? "")) {
      response.writeHead(421).end();
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (request.url !== "/metrics") {
      response.writeHead(404, { "content-type": "text/plain" }).end("The metrics are at /metrics.\n");
    } else {
      metrics().then(
        (text) => response.writeHead(200, { "content-type": TEXT_FORMAT, "cache-control": "no-store" }).end(text),
        (error) => {
          console.error(error);
          response.writeHead(500).end();
        },
      );
    }
  });
}
