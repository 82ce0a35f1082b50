import { expect, test } from "vitest";
import type { Json } from "../json";
import type { Principal } from "../live-object";
import type { KeyMeta } from "../protocol/parts";
import { findKeys, type KeyShelf } from "./find-keys";
import type { KeyQuestion } from "./found-keys";

const ada: Principal = { kind: "member", userId: "ada", name: "Ada", role: "viewer", sessionId: "s", sessionEnds: 0 };
const visitor: Principal = { kind: "visitor", address: "::1" };

/** Each changed later than the one before it. */
function shelf(values: Record<string, Json>, metas: Record<string, KeyMeta> = {}): KeyShelf {
  const all = Object.entries(values).map(([key, value], at) => {
    const meta = metas[key] ?? { kind: "value" as const };
    return [key, { value, at, meta }] as const;
  });
  const held = new Map(all);
  return { keys: () => held.keys(), get: (key) => held.get(key) };
}

function ask(over: KeyShelf, question: Partial<KeyQuestion>, who: Principal = ada) {
  const whole = { asked: "", sort: "name", from: 0, count: 10, ...question } as const;
  const answer = findKeys(over, who, whole);
  return { ...answer, names: answer.keys.map(({ key }) => key) };
}

const machine = shelf(
  { "node.load.one": 1, "shop.orders": [1, 2], "$inbox.bob": ["secret"], "node.cpu.0": 2, "node.cpu.all": 34 },
  { "node.cpu.all": { kind: "series", unit: "%", label: "Processor" } },
);

test("[KS1] Every word of a search is in a key's name, its label or its unit; a pattern finds what it matches", () => {
  expect(ask(machine, { asked: "node CPU" }).names).toEqual(["node.cpu.0", "node.cpu.all"]);
  expect(ask(machine, { asked: "processor %" }).names).toEqual(["node.cpu.all"]);
  expect(ask(machine, { asked: "node.*" })).toMatchObject({ pattern: "node.*", total: 3, all: 4 });
  expect(ask(machine, { asked: "nowhere" })).toMatchObject({ asked: "nowhere", total: 0, keys: [] });
});

test("[KS2] An answer holds one stretch of what was found, in the order that was asked for", () => {
  expect(ask(machine, { sort: "-name" }).names).toEqual(["shop.orders", "node.load.one", "node.cpu.all", "node.cpu.0"]);
  expect(ask(machine, { sort: "changed" }).names[0]).toBe("node.cpu.all");
  expect(ask(machine, { sort: "source" }).names).toEqual([
    "node.cpu.all",
    "node.cpu.0",
    "node.load.one",
    "shop.orders",
  ]);
  expect(ask(machine, { from: 1, count: 2 })).toMatchObject({ names: ["node.cpu.all", "node.load.one"], total: 4 });
});

test("[KS3] A search finds no key of the engine and none that may not be read", () => {
  expect(ask(machine, { asked: "$inbox.*" }).total).toBe(0);
  expect(ask(machine, { asked: "inbox" }).total).toBe(0);
  expect(ask(machine, {}, visitor)).toMatchObject({ total: 0, all: 0, sources: [] });
  expect(ask(machine, {}).sources).toEqual([
    ["node", 3],
    ["shop", 1],
  ]);
});

test("[KS4] A list shows how much there is of a value that is no plain one", () => {
  const [orders] = ask(machine, { asked: "orders" }).keys;
  expect(orders?.value).toBe("2 rows");
  const long = ask(shelf({ "a.b": "x".repeat(5_000), "a.c": { one: 1 } }), {}).keys;
  expect(long.map(({ value }) => value)).toEqual(["x".repeat(200), "1 field"]);
});

test("[KS2] ten thousand keys are searched in well under a second", () => {
  const many = shelf(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`node.disk.${i}.used`, i])));
  const started = performance.now();
  expect(ask(many, { asked: "disk 99", sort: "-changed" }).total).toBeGreaterThan(100);
  expect(performance.now() - started).toBeLessThan(500);
});

test("[KS7] A search among what one follows finds those keys alone, and how many there are of each", () => {
  const over = shelf({
    "a.x.1": 1,
    "a.x.2": 2,
    "b.y": 3,
    "c.z": 4,
    "$followed.ada": ["a.x.*", "b.y", "a.x.2", "gone.k"],
  });
  expect(ask(over, { followed: true })).toMatchObject({
    names: ["a.x.1", "a.x.2", "b.y"],
    total: 3,
    all: 4,
    followed: [
      ["a.x.*", 2],
      ["b.y", 1],
      ["a.x.2", 1],
      ["gone.k", 0],
    ],
  });
  expect(ask(over, { followed: true, asked: "2", count: 1 })).toMatchObject({ names: ["a.x.2"], total: 1 });
  expect(ask(over, {}).followed).toBeNull();
  const bob: Principal = { ...ada, kind: "member", userId: "bob" };
  expect(ask(over, { followed: true }, bob)).toMatchObject({ total: 0, followed: [] });
});
