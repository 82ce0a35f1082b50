import { expect, test } from "vitest";
import { safeRedirect } from "./safe-redirect";

test.each([
  "/",
  "/w/harbour",
  "/w/harbour/b/this-machine?from=1&to=2#cpu",
  "/w/harbour/sources/new",
  "/signup?invite=abc",
  "/w/a%20b",
])("lets %s through", (path) => {
  expect(safeRedirect(path)).toBe(path);
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%2fevil.example",
  "/%2Fevil.example",
  "/%5cevil.example",
  "%2f%5cevil.example",
  "/%2f%5cevil.example",
  "/w/%5c..",
  "https://evil.example",
  "https:evil.example",
  "HTTPS://evil.example",
  "//evil.example@own.invalid",
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "data:text/html,x",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/.//evil.example",
  "/w/..//evil.example",
  "/./\\evil.example",
  "evil.example",
  "w/harbour",
  "?x=1",
  "",
  `/${"a".repeat(2_000)}`,
])("refuses %j", (path) => {
  expect(safeRedirect(path)).toBe("/");
});

test("goes to the fallback when nothing was asked for", () => {
  expect(safeRedirect(null, "/w/harbour")).toBe("/w/harbour");
  expect(safeRedirect(undefined)).toBe("/");
});

test("resolves dots, so that what is compared is what is opened", () => {
  expect(safeRedirect("/w/../login")).toBe("/login");
});
