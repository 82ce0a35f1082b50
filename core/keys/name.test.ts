import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { escapeSegment, isKeyName, isSegment, sourceOf } from "./name";

test.each(["a", "a.b", "$sources.prom", "node.cpu.0", "A_b-c.9", "a.b.c.d.e.f.g.h", "x".repeat(128)])(
  "[K1] %s is a name",
  (name) => expect(isKeyName(name)).toBe(true),
);

test.each([
  "",
  ".",
  "a.",
  ".a",
  "a..b",
  "a b",
  "ä",
  "$",
  "a.$b",
  "a.*",
  "__proto__",
  "a.constructor",
  "a.b.c.d.e.f.g.h.i",
  "x".repeat(129),
])("[K1] %j is none", (name) => expect(isKeyName(name)).toBe(false));

test.each([
  ["/dev/sda1", "_2fdev_2fsda1"],
  ["ü", "_c3_bc"],
  ["😀", "_f0_9f_98_80"],
  ["", "_"],
  ["a.b", "a_2eb"],
  ["it's!", "it_27s_21"],
  ["__proto__", "___proto__"],
])("[K2] %j is written %s", (text, segment) => expect(escapeSegment(text)).toBe(segment));

property.prop([fc.string({ unit: "binary" })])("[K2] whatever the text, what comes out is a segment", (text) => {
  expect(isSegment(escapeSegment(text))).toBe(true);
});

test("[K3] a key belongs to the source of its first segment", () => {
  expect([sourceOf("node.cpu.0"), sourceOf("node"), sourceOf("$sources.prom")]).toEqual(["node", "node", "$sources"]);
});
