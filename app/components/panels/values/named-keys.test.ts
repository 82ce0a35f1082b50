import { expect, test } from "vitest";
import type { LiveValue } from "../../../live/live-value";
import { slugsOf } from "../slugs-of";
import { namedKeys } from "./named-keys";

const live = (key: string, label?: string): LiveValue => ({
  key,
  value: 1,
  rev: 1,
  at: 1,
  meta: { kind: "series", ...(label && { label }) },
});

test("lines stand in the order of the panel's series, each key once", () => {
  const values = [live("a.x"), live("a.y"), live("b.z")];
  const named = namedKeys([{ key: "b.z", name: "Last" }, { key: "a.x" }, { key: "a.*", name: "All" }], values);
  expect(named.map(({ live: { key }, name }) => [key, name])).toEqual([
    ["b.z", "Last"],
    ["a.x", "a.x"],
    ["a.y", "All y"],
  ]);
});

test("keys of a pattern are told apart by their labels", () => {
  const values = [
    live("n.cpu.0", 'cpu{core="0"}'),
    live("n.cpu.1", 'cpu{core="1",mode="user"}'),
    live("n.cpu.t", "total"),
  ];
  expect(namedKeys([{ key: "n.cpu.*" }], values).map(({ name }) => name)).toEqual([
    "core 0",
    "core 1, mode user",
    "total",
  ]);
});

test("the sources of patterns are named by them, or by what an open one found", () => {
  expect(slugsOf(["a.x", "a.*", "b.y"], [])).toEqual(["a", "b"]);
  expect(slugsOf(["*"], [live("c.x"), live("c.y")])).toEqual(["c"]);
});
