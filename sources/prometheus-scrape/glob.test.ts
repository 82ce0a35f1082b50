import { expect, test } from "vitest";
import { fitsGlob } from "./glob";

test.each([
  ["up", "up", true],
  ["up", "upper", false],
  ["*", "", true],
  ["*", "anything", true],
  ["node_*", "node_load1", true],
  ["node_*", "node_", true],
  ["node_*", "xnode_load1", false],
  ["*_bytes", "a_bytes", true],
  ["*_bytes", "a_bytes_total", false],
  ["a*b*c", "axxbxxc", true],
  ["a*b*c", "axxc", false],
  ["a*b*b", "ab", false],
  ["a*a", "a", false],
  ["a*bc*c", "abc", false],
  ["a**c", "abc", true],
])("%s fits %s: %s", (pattern, name, expected) => {
  expect(fitsGlob(pattern, name)).toBe(expected);
});

test("a pattern of many stars costs no more than the name is long", () => {
  expect(fitsGlob(`${"*a".repeat(90)}b`, "a".repeat(10_000))).toBe(false);
});
