import { expect, test } from "vitest";
import { isRedirect, nextHop } from "./redirect";

test.each([
  ["https://a.example/x", "https://b.example/y", 0, "https://b.example/y"],
  ["https://a.example/x/y", "../z", 1, "https://a.example/z"],
  ["https://a.example/x", "//b.example/y", 2, "https://b.example/y"],
  ["http://a.example/x", "https://a.example/x", 0, "https://a.example/x"],
  ["http://a.example/x", "http://b.example/", 0, "http://b.example/"],
])("%s to %s as hop %s leads to %s", (from, location, hops, expected) => {
  expect(nextHop(new URL(from), location, hops)).toEqual({ ok: true, url: expected });
});

test.each<[string, string | null, number, string]>([
  ["https://a.example/", "https://b.example/", 3, "too_many_redirects"],
  ["https://a.example/", "http://a.example/", 0, "refused_address"],
  ["https://a.example/", null, 0, "upstream_status"],
  ["https://a.example/", "http://[", 0, "upstream_status"],
])("%s to %s as hop %s is %s", (from, location, hops, code) => {
  expect(nextHop(new URL(from), location, hops)).toMatchObject({ ok: false, failure: { code } });
});

test("only what names another place is a redirect", () => {
  const statuses = Array.from({ length: 12 }, (_, i) => 300 + i);
  expect(statuses.filter(isRedirect)).toEqual([301, 302, 303, 307, 308]);
});
