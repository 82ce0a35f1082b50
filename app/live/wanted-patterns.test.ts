import { expect, it } from "vitest";
import { WantedPatterns } from "./wanted-patterns";

it("keeps a pattern at its own cursor until its latest request is answered", () => {
  const wanted = new WantedPatterns();
  wanted.add(["a.*", "b.*"], "epochaaa:1");
  wanted.asked(["a.*"], "r1");
  wanted.asked(["b.*"], "r2");
  wanted.asked(["a.*"], "r3");
  wanted.answered("r1");
  wanted.answered("r2");
  expect([...wanted.groups(wanted.patterns, "epochaaa:9")]).toEqual([
    ["epochaaa:1", ["a.*"]],
    ["epochaaa:9", ["b.*"]],
  ]);
});

it("lets go of a pattern with its last user", () => {
  const wanted = new WantedPatterns();
  expect(wanted.add(["a.*"], null)).toEqual(["a.*"]);
  expect(wanted.add(["a.*", "b.*"], null)).toEqual(["b.*"]);
  wanted.release(["a.*", "b.*"]);
  expect(wanted.sweep()).toEqual(["b.*"]);
  wanted.release(["a.*"]);
  expect(wanted.sweep()).toEqual(["a.*"]);
});
