import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import type { SingleAnswer } from "./upstream-answer";

const BLOCK = Buffer.alloc(65_536, "0");

/** Carries out one answer other than "hang". A reader that goes away ends it. */
export function giveAnswer(answer: Exclude<SingleAnswer, { do: "hang" }>, response: ServerResponse): void {
  switch (answer.do) {
    case "answer":
      return giveBody(answer, response);
    case "json":
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer.value));
      return;
    case "redirect":
      response.writeHead(answer.status ?? 302, { location: answer.to }).end();
      return;
    case "drip":
      return drip(answer.every, response);
    case "flood":
      return flood(answer.bytes, answer.gzip ?? false, response);
    case "cut":
      response.writeHead(200, { "content-type": "text/plain", "content-length": answer.body.length + 1_000 });
      response.write(answer.body, () => response.destroy());
  }
}

function giveBody(answer: Extract<SingleAnswer, { do: "answer" }>, response: ServerResponse): void {
  const { bytes } = answer;
  const body = bytes === undefined ? Buffer.from(answer.body ?? "") : Buffer.from(bytes.replaceAll(" ", ""), "hex");
  const encoding = answer.gzip ? { "content-encoding": "gzip" } : {};
  response.writeHead(answer.status ?? 200, { "content-type": "text/plain", ...encoding, ...answer.headers });
  response.end(answer.gzip ? gzipSync(body) : body);
}

function drip(every: number, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/plain" });
  response.write("0");
  const timer = setInterval(() => response.write("0"), every);
  response.once("close", () => clearInterval(timer));
}

function flood(bytes: number, gzip: boolean, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/plain", ...(gzip ? { "content-encoding": "gzip" } : {}) });
  const zeros = Readable.from(blocks(bytes));
  const sent = gzip ? pipeline(zeros, createGzip(), response) : pipeline(zeros, response);
  // A reader that has had enough hangs up: that is what such a route is for.
  sent.catch(() => response.destroy());
}

function* blocks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= BLOCK.length) yield left < BLOCK.length ? BLOCK.subarray(0, left) : BLOCK;
}
