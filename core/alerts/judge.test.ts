import { fc, test as property } from "@fast-check/vitest";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Json } from "../json";
import { acted } from "./acted";
import type { Condition } from "./condition";
import { judge, type Sight } from "./judge";
import { type AlertMemory, alertMemory, newMemory } from "./memory";
import { nextLookAt } from "./next-look";
import { shownState } from "./shown-state";

const MINUTE = 60_000;
const sight = (value: Json | undefined): Sight => ({ isThere: value !== undefined, value: value ?? null, stale: null });
const rule = (condition: Condition, holds = 0) => ({ condition, for: holds });
const above = rule({ is: "above", value: 10, clear: 8 });

/** Which keys there are. */
function note(there: Set<string>, values: Record<string, Json | undefined>): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) there.delete(key);
    else there.add(key);
  }
}

/** What a rule remembers after these steps: at a time, keys as they are then; undefined for one that is gone. */
function after(of: typeof above, steps: readonly (readonly [at: number, values: Record<string, Json | undefined>])[]) {
  const there = new Set<string>();
  return steps.reduce((memory, [at, values]) => {
    note(there, values);
    const seen = new Map(Object.entries(values).map(([key, value]) => [key, sight(value)]));
    return judge(of, memory, { at, seen, matches: there.size > 0 });
  }, newMemory(0));
}

test.each<[string, Condition, Json, Json]>([
  ["at or above a limit", { is: "above", value: 10 }, 10, 9.9],
  ["at or below one", { is: "below", value: -1 }, -1, -0.9],
  ["equal to a text", { is: "equal", value: "down" }, "down", "up"],
  ["equal to true", { is: "equal", value: true }, true, "true"],
  ["other than a text", { is: "other", value: "ok" }, "warn", "ok"],
  ["other than a text: nothing", { is: "other", value: "ok" }, null, "ok"],
])("[AL1] a key fires by itself when it is %s, and ends when it is not", (_, condition, beyond, within) => {
  const memory = after(rule(condition), [[1, { "a.b": within, "a.c": beyond }]]);
  expect(memory).toMatchObject({
    state: "firing",
    since: 1,
    held: { "a.c": { value: beyond, since: 1, fires: true } },
  });
  expect(Object.keys(memory.held)).toEqual(["a.c"]);
  const ended = after(rule(condition), [
    [1, { "a.c": beyond }],
    [5, { "a.c": within }],
  ]);
  expect(ended).toMatchObject({ state: "ok", since: 5, held: {} });
  expect(ended.past).toEqual([{ key: "a.c", value: beyond, from: 1, to: 5 }]);
});

test("[AL1] it fires when the condition has held for as long as it must, even if that is noticed later", () => {
  const slow = rule({ is: "above", value: 10 }, 5 * MINUTE);
  const pending = after(slow, [[1_000, { "a.b": 11 }]]);
  expect(pending).toMatchObject({ state: "pending", since: 1_000 });
  expect(nextLookAt(slow, pending)).toBe(1_000 + 5 * MINUTE);
  const look = (at: number, seen: [string, Sight][] = []) =>
    judge(slow, pending, { at, seen: new Map(seen), matches: true });
  expect(look(5 * MINUTE)).toBe(pending);
  expect(look(60 * MINUTE)).toMatchObject({ state: "firing", since: 1_000 + 5 * MINUTE });
  // Nobody looked in between: it fired all the same, and is over.
  const over = look(60 * MINUTE, [["a.b", sight(1)]]);
  expect(over).toMatchObject({ state: "ok", past: [{ key: "a.b", from: 1_000, to: 60 * MINUTE }] });
  expect(look(2 * MINUTE, [["a.b", sight(1)]])).toMatchObject({ state: "ok", past: [] });
});

test("[AL3] what is no number tells nothing of a limit: what fires fires on, what waits begins anew", () => {
  const slow = rule({ is: "above", value: 10 }, 100);
  expect(
    after(above, [
      [1, { "a.b": 11 }],
      [2, { "a.b": null }],
    ]).state,
  ).toBe("firing");
  expect(
    after(slow, [
      [1, { "a.b": 11 }],
      [50, { "a.b": "n/a" }],
    ]).state,
  ).toBe("ok");
  expect(after(above, [[1, { "a.b": "11" }]])).toMatchObject({ state: "ok" });
});

test("[AL3] a key that goes ends its episode; without any key the rule says so", () => {
  const memory = after(above, [
    [1, { "a.b": 11 }],
    [2, { "a.b": undefined }],
  ]);
  expect(memory).toMatchObject({ state: "unknown", since: 2, past: [{ key: "a.b", from: 1, to: 2 }] });
});

const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(null)), { nil: undefined });
const history = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.dictionary(fc.constantFrom("a.x", "a.y", "a.z"), value, { maxKeys: 3 })),
  { minLength: 1, maxLength: 40 },
);
const timed = (steps: readonly (readonly [number, Record<string, Json | undefined>])[]) => {
  let at = 0;
  return steps.map(([step, values]) => [(at += step), { ...values }] as const);
};

property.prop([history, fc.integer({ min: 0, max: 100 })])(
  "[AL1] [AL2] nothing fires before its time, and what fires ends only beyond where it clears",
  (steps, holds) => {
    const of = rule({ is: "above", value: 10, clear: 8 }, holds);
    const past = timed(steps);
    for (const i of past.keys()) {
      const [at] = past[i] ?? [0];
      const [before, memory] = [after(of, past.slice(0, i)), after(of, past.slice(0, i + 1))];
      for (const key of ["a.x", "a.y", "a.z"]) {
        const known = past.slice(0, i + 1).filter(([, values]) => key in values);
        const held = memory.held[key];
        if (held) {
          expect(held.fires).toBe(at - held.since >= holds || held === before.held[key]);
          // From its beginning on, for as long as it must hold, every value was at the limit or over it.
          const first = known.filter(
            ([time]) => time === held.since || (time > held.since && time < held.since + holds),
          );
          for (const [, values] of first) expect(values[key]).toBeGreaterThanOrEqual(10);
        }
        const now = known.at(-1)?.[1][key];
        if (before.held[key]?.fires && !held) expect(typeof now === "number" ? now < 8 : now === undefined).toBe(true);
        if (typeof now === "number" && now >= 10) expect(held).toBeDefined();
      }
    }
  },
);

property.prop([history, fc.integer({ min: 0, max: 100 }), fc.array(fc.nat(1_600), { maxLength: 30 }), fc.boolean()])(
  "[AL4] the order of the keys, looks without news and restarts make no difference",
  (steps, holds, looks, isTurned) => {
    const of = rule({ is: "above", value: 10, clear: 8 }, holds);
    const past = timed(steps);
    const plain = after(of, past);
    const turned = (values: Record<string, Json | undefined>) =>
      Object.fromEntries(isTurned ? Object.entries(values).toReversed() : Object.entries(values));
    const there = new Set<string>();
    let memory: AlertMemory = newMemory(0);
    const last = past.at(-1)?.[0] ?? 0;
    const events = [...past, ...looks.filter((at) => at < last).map((at) => [at, null] as const)];
    for (const [at, values] of events.sort(([a], [b]) => a - b)) {
      note(there, values ?? {});
      const seen = new Map(Object.entries(turned(values ?? {})).map(([key, one]) => [key, sight(one)]));
      memory = judge(of, memory, { at, seen, matches: there.size > 0 });
      memory = v.parse(alertMemory, JSON.parse(JSON.stringify(memory)));
    }
    expect(memory).toEqual(plain);
  },
);

test("[AL5] a value that moves while it fires changes nothing; the one with which it began stays", () => {
  const memory = after(above, [[1, { "a.b": 11 }]]);
  const later = judge(above, memory, { at: 2, seen: new Map([["a.b", sight(99)]]), matches: true });
  expect(later).toBe(memory);
});

test("[AL6] a state lists the worst twenty and counts all; the newest twenty episodes are remembered", () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a.k${i}`, 10 + i]));
  const none = Object.fromEntries(Object.keys(many).map((key) => [key, 0]));
  const of = { id: "r", name: "R", key: "a.*", severity: "warning" as const, ...above };
  const state = shownState(of, after(above, [[1, many]]));
  expect(state).toMatchObject({ count: 30, state: "firing", name: "R" });
  expect(state.firing.map(({ value: one }) => one)).toEqual(Array.from({ length: 20 }, (_, i) => 39 - i));
  const past = after(above, [
    [1, many],
    [2, none],
    [3, { "a.z": 20 }],
    [4, { "a.z": 1 }],
  ]).past;
  expect(past).toHaveLength(20);
  expect(past[0]).toEqual({ key: "a.z", value: 20, from: 3, to: 4 });
  const all = Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`a.k${i}`, 10]));
  expect(shownState(of, after(above, [[1, all]])).count).toBe(2_000);
});

test("[AL8] who acknowledged is told until the rule fires no more, and after that with what ended", () => {
  const of = { id: "r", name: "R", key: "a.*", severity: "warning" as const, ...above };
  const fires = after(above, [[1, { "a.b": 11, "a.c": 12 }]]);
  const known = acted(fires, { act: "acknowledge" }, "ada", 2);
  const one = judge(above, known, { at: 3, seen: new Map([["a.b", sight(0)]]), matches: true });
  expect(shownState(of, one)).toMatchObject({ state: "firing", acknowledged: { by: "ada", at: 2 } });
  const none = judge(above, one, { at: 4, seen: new Map([["a.c", sight(0)]]), matches: true });
  expect(shownState(of, none).acknowledged).toBeUndefined();
  expect(none.past.map(({ acknowledged }) => acknowledged?.by)).toEqual(["ada", "ada"]);
  expect(acted(none, { act: "acknowledge" }, "ada", 5)).toBe(none);
  expect(acted(known, { act: "unacknowledge" }, "ben", 5)).toEqual(fires);
});

test("[AL8] a key that fires after that calls again; acknowledged as well, each is told with who did so", () => {
  const of = { id: "r", name: "R", key: "a.*", severity: "warning" as const, ...above };
  const known = acted(after(above, [[1, { "a.b": 11 }]]), { act: "acknowledge" }, "ada", 2);
  expect(acted(known, { act: "acknowledge" }, "ben", 3)).toBe(known);
  const more = judge(above, known, { at: 4, seen: new Map([["a.c", sight(12)]]), matches: true });
  expect(shownState(of, more).acknowledged).toBeUndefined();
  const both = acted(more, { act: "acknowledge" }, "ben", 5);
  expect(shownState(of, both).acknowledged).toEqual({ by: "ben", at: 5 });
  const over = judge(above, both, {
    at: 6,
    seen: new Map([
      ["a.b", sight(0)],
      ["a.c", sight(0)],
    ]),
    matches: true,
  });
  expect(over.past.map(({ key, acknowledged }) => [key, acknowledged?.by])).toEqual([
    ["a.b", "ada"],
    ["a.c", "ben"],
  ]);
});

test("[AL8] a silence ends at its time, or before; the rule is judged as ever meanwhile", () => {
  const silent = acted(after(above, [[1, { "a.b": 0 }]]), { act: "silence", lasts: MINUTE }, "ada", 10);
  expect(silent.silenced).toEqual({ by: "ada", until: 10 + MINUTE });
  expect(nextLookAt(above, silent)).toBe(10 + MINUTE);
  const fires = judge(above, silent, { at: 20, seen: new Map([["a.b", sight(11)]]), matches: true });
  expect(fires).toMatchObject({ state: "firing", silenced: { by: "ada" } });
  const over = judge(above, fires, { at: 10 + MINUTE, seen: new Map(), matches: true });
  expect(over.silenced).toBeUndefined();
  expect(over.state).toBe("firing");
  expect(acted(fires, { act: "unsilence" }, "ben", 30)).toEqual(over);
});
