import { expect, test } from "vitest";
import { contentSecurityPolicy, makeNonce } from "./security-headers";

const directives = (base: string) =>
  new Map(
    contentSecurityPolicy("N0nce", base)
      .split("; ")
      .map((one) => [one.slice(0, one.indexOf(" ")), one.slice(one.indexOf(" ") + 1)]),
  );

test("scripts run by nonce only; nothing is inline, embedded or re-based", () => {
  const policy = directives("https://board.example.org");
  expect(policy.get("script-src")).toBe("'nonce-N0nce' 'strict-dynamic'");
  expect(policy.get("default-src")).toBe("'self'");
  expect(policy.get("object-src")).toBe("'none'");
  expect(policy.get("base-uri")).toBe("'none'");
  expect(policy.get("frame-ancestors")).toBe("'self'");
  expect(policy.get("form-action")).toBe("'self'");
});

test("the socket may be opened to our own host only", () => {
  expect(directives("https://board.example.org").get("connect-src")).toBe("'self' wss://board.example.org");
  expect(directives("http://localhost:8787").get("connect-src")).toBe("'self' ws://localhost:8787");
});

test("a nonce holds 16 bytes and is never the same", () => {
  const made = new Set(Array.from({ length: 100 }, makeNonce));
  expect(made.size).toBe(100);
  for (const nonce of made) expect(atob(nonce)).toHaveLength(16);
});
