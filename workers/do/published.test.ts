import { expect, test } from "vitest";
import { PUBLISHED_BYTES, published } from "./published";

test("[O8] a request is taken as JSON carries it", () => {
  const write = { values: { "a.n": new Date(0), "a.m": { x: undefined, y: 1 } }, once: "w1" };
  expect(published(write)).toEqual({ values: { "a.n": "1970-01-01T00:00:00.000Z", "a.m": { y: 1 } }, once: "w1" });
  const events = { key: "a.log", events: [{ data: 1 }, { at: 5, data: null }] };
  expect(published({ events, remove: ["a.n"], ifRev: 0 })).toEqual({ events, remove: ["a.n"], ifRev: 0 });
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a list", []],
  ["a function", () => {}],
  ["a BigInt", { values: { "a.n": 1n } }],
  ["what is not written", { value: 1 }],
  ["a name that is none", { values: { "a..n": 1 } }],
  ["half a character", { values: { "a.n": "\ud800" } }],
  ["no event", { events: { key: "a.log", events: [] } }],
  ["a rev that is none", { values: { "a.n": 1 }, ifRev: -1 }],
  ["too much", { values: { "a.n": "x".repeat(PUBLISHED_BYTES) } }],
])("[O8] %s is refused in words", (_, write) => {
  expect(published(write)).toEqual(expect.any(String));
});
