import { expect, test } from "vitest";
import { requireOwnOrigin } from "./require-own-origin";

const base = "https://board.example.org";
const send = (method: string, origin?: string) =>
  requireOwnOrigin(
    new Request(`${base}/login`, { method, headers: origin === undefined ? {} : { Origin: origin } }),
    base,
  );

test.each(["POST", "PUT", "PATCH", "DELETE"])("%s from our own page passes", (method) => {
  expect(() => send(method, base)).not.toThrow();
});

test.each([
  undefined,
  "null",
  "",
  "https://evil.example",
  "http://board.example.org",
  "https://board.example.org:8443",
  "https://board.example.org.evil.example",
  "https://evilboard.example.org",
  "https://board.example.org/",
])("a POST with Origin %j is refused", (origin) => {
  expect(() => send("POST", origin)).toThrow(expect.objectContaining({ init: { status: 403 } }));
});

test("reading needs no Origin", () => {
  expect(() => send("GET")).not.toThrow();
  expect(() => send("HEAD", "https://evil.example")).not.toThrow();
});
