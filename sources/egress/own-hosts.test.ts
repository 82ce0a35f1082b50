import { expect, test } from "vitest";
import { isOwnHost } from "./own-hosts";

test.each([
  ["https://a.example/", "a.example", true],
  ["https://a.example:8443/", "a.example", true],
  ["https://a.example/", "a.example:443", true],
  ["http://a.example/", "a.example:443", false],
  ["https://b.a.example/", "a.example", false],
  ["https://b.a.example/", "*.a.example", true],
  ["https://a.example/", "*.a.example", false],
  ["https://ba.example/", "*.a.example", false],
  ["http://[::1]:3000/", "[::1]:3000", true],
  ["http://127.0.0.1:3000/", "[::1]:3000", true],
  ["http://127.0.0.1:3001/", "[::1]:3000", false],
  ["http://127.0.0.1:3001/", "[::1]", true],
  ["http://[::ffff:192.168.1.5]:3000/", "192.168.1.5:3000", true],
  ["http://a.example/", "A.Example", true],
])("%s against %s: %s", (url, entry, expected) => {
  expect(isOwnHost(new URL(url), [entry])).toBe(expected);
});
