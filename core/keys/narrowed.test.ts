import { expect, test } from "vitest";
import type { Principal } from "../live-object";
import { findKeys } from "./find-keys";
import { narrowed } from "./narrowed";

const ada: Principal = { kind: "member", userId: "ada", name: "Ada", role: "viewer", sessionId: "s", sessionEnds: 0 };
const names = Array.from({ length: 300 }, (_, i) => `hall.${["pump", "valve", "tank"][i % 3]}_${i}.speed`);
const held = new Map(names.map((key, at) => [key, { value: at, at, meta: { kind: "series" as const, unit: "rpm" } }]));
const shelf = { keys: () => held.keys(), get: (key: string) => held.get(key) };
const ask = (asked: string) => findKeys(shelf, ada, { asked, sort: "name", from: 0, count: 100 });

const finer: readonly [string, string][] = [
  ["", "pump"],
  ["pump", "pump_2"],
  ["pump", "PUMP_29 rpm"],
  ["tank_1", "tank_10 speed"],
  ["valve_299", "valve_299 nothing"],
];

test.each(finer)("[KS8] Of “%s”, “%s” shows at once the beginning of its own answer", (wide, fine) => {
  const early = narrowed(ask(wide), fine);
  const answer = ask(fine);
  expect(early?.asked).toBe(fine);
  expect(early?.keys).toEqual(answer.keys.slice(0, early?.keys.length));
});

test.each([
  ["pump", "valve"],
  ["pump_2", "pump"],
  ["", "hall.*"],
  ["hall.*", "hall.* pump"],
  // None of the first hundred, but perhaps of the rest.
  ["", "valve_298"],
])("[KS8] Of “%s”, nothing can be said of “%s”", (wide, other) => {
  expect(narrowed(ask(wide), other)).toBeNull();
});
