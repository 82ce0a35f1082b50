import { expect, test } from "vitest";
import type { LiveValue } from "../../../live/live-value";
import { slugsOf } from "../slugs-of";
import { type Entry, namedKeys } from "./named-keys";

const live = (key: string, label?: string): LiveValue => ({
  key,
  value: 1,
  rev: 1,
  at: 1,
  meta: { kind: "series", ...(label && { label }) },
});

test("an exact key has the entry's name, those of a pattern what tells them apart behind it", () => {
  const values = [live("a.x"), live("a.y"), live("b.z")];
  const names = (entry: Entry) => namedKeys(entry, values).map(({ live: { key }, name }) => [key, name]);
  expect(names({ key: "b.z", name: "Last" })).toEqual([["b.z", "Last"]]);
  expect(names({ key: "a.x" })).toEqual([["a.x", "a.x"]]);
  expect(names({ key: "a.*", name: "All" })).toEqual([
    ["a.x", "All x"],
    ["a.y", "All y"],
  ]);
});

test("keys of a pattern with something behind its * are told apart by what that stands for", () => {
  const values = [live("shop.mug.price"), live("shop.tray.price"), live("shop.eu.mug.price")];
  const names = (key: string) => namedKeys({ key }, values).map(({ name }) => name);
  expect(names("shop.*.price")).toEqual(["mug", "tray"]);
  expect(names("shop.*.*.price")).toEqual(["eu.mug"]);
  expect(names("shop.*.*")).toEqual(["mug.price", "tray.price", "eu.price"]);
});

test("keys of a pattern are told apart by their labels", () => {
  const values = [
    live("n.cpu.0", 'cpu{core="0"}'),
    live("n.cpu.1", 'cpu{core="1",mode="user"}'),
    live("n.cpu.t", "total"),
  ];
  expect(namedKeys({ key: "n.cpu.*" }, values).map(({ name }) => name)).toEqual([
    "core 0",
    "core 1, mode user",
    "total",
  ]);
});

test("the sources of patterns are named by them, or by what an open one found", () => {
  expect(slugsOf(["a.x", "a.*", "b.y"], [])).toEqual(["a", "b"]);
  expect(slugsOf(["*"], [live("c.x"), live("c.y")])).toEqual(["c"]);
});
