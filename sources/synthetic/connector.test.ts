import { describe, expect, test } from "vitest";
import type { Json } from "../../core/json";
import type { StreamEvent } from "../../core/protocol/parts";
import type { Outcome } from "../../core/sources/connector";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { oneAnswer } from "../testing/one-answer";
import { synthetic } from "./connector";
import { Dice } from "./dice";

const nobody = oneAnswer({ ok: false, failure: { code: "internal", message: "asked" } });
const NOON = firstLook.now();
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const scenes = ["service", "property", "seasons", "walks"] as const;

function settings(more: Record<string, unknown>) {
  const parsed = synthetic.parseSettings(more);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.settings;
}

async function at(now: number, more: Record<string, unknown> = {}, held: Readonly<Record<string, StreamEvent[]>> = {}) {
  const outcome: Outcome = await synthetic.read(settings(more), nobody, {
    ...firstLook,
    now: () => now,
    held: (path) => (held[path] ? { value: held[path], at: 0 } : undefined),
  });
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome;
}

const values = async (now: number, more: Record<string, unknown> = {}): Promise<Record<string, Json>> =>
  Object.fromEntries((await at(now, more)).readings.map(({ path, value }) => [path, value]));

/** What a stream holds after it was read every so often for a day. */
async function dayOf(scene: string, path: string, every: number): Promise<unknown[]> {
  let held: StreamEvent[] = [];
  const all: unknown[] = [];
  for (let now = NOON; now <= NOON + DAY; now += every) {
    const { appends = [] } = await at(now, { scene }, { [path]: held });
    const events = appends.find((one) => one.path === path)?.events ?? [];
    all.push(...events.map(({ data }) => data));
    held = [...held, ...events.map(({ at: when = now, data }, i) => ({ id: now + i, at: when, data }))].slice(-100);
  }
  return all;
}

describe("[SY1] the same settings give the same values at the same time", () => {
  test.each(scenes)("%s", async (scene) => {
    const first = await at(NOON, { scene });
    expect(await at(NOON, { scene })).toEqual(first);
    expect(await at(NOON, { scene, seed: "2" })).not.toEqual(first);
    expect(await at(NOON + DAY, { scene })).not.toEqual(first);
    expect(new Set(first.readings.map(({ path }) => path)).size).toBe(first.readings.length);
    expect(first.readings.filter(({ value }) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
  });

  test("chance is even", () => {
    const dice = new Dice("a");
    const thrown = Array.from({ length: 10_000 }, (_, i) => dice.at("x", i));
    const bins = Array.from({ length: 10 }, (_, bin) => thrown.filter((one) => Math.floor(one * 10) === bin).length);
    expect(Math.min(...bins)).toBeGreaterThan(900);
    expect(Math.max(...bins)).toBeLessThan(1_100);
  });
});

describe("[SY2] what the scenes are like", () => {
  test("walks wander without leaps", async () => {
    const path = await Promise.all(Array.from({ length: 600 }, (_, i) => values(NOON + i * 1_000, { scene: "walks" })));
    const first = path.map((one) => Number(one["walk.1"]));
    const steps = first.slice(1).map((value, i) => Math.abs(value - (first[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(1);
    expect(new Set(first).size).toBeGreaterThan(300);
    expect(Object.keys(await values(NOON, { scene: "walks", count: 7 }))).toHaveLength(7);
  });

  test("seasons are low at night and at the weekend", async () => {
    const when = (day: number, hour: number) => values(Date.UTC(2026, 10, day, hour), { scene: "seasons", count: 1 });
    const [night, friday, sunday] = await Promise.all([when(20, 4), when(20, 16), when(22, 16)]);
    expect(Number(friday["season.1"])).toBeGreaterThan(1.8 * Number(night["season.1"]));
    expect(Number(friday["season.1"])).toBeGreaterThan(1.2 * Number(sunday["season.1"]));
  });

  test("a service has incidents, in which it is slower and fails more", async () => {
    const day = await Promise.all(Array.from({ length: 1_440 }, (_, i) => values(NOON + i * MINUTE)));
    const open = day.filter(({ incident }) => incident !== null);
    expect(open.length).toBeGreaterThan(10);
    expect(open.length).toBeLessThan(700);
    const most = (found: typeof day, path: string) => Math.max(...found.map((one) => Number(one[path])));
    const calm = day.filter(({ status }) => status === "ok");
    expect(most(open, "error_percent")).toBeGreaterThan(5 * most(calm, "error_percent"));
    expect(most(open, "latency.p95")).toBeGreaterThan(1.5 * most(calm, "latency.p95"));
  });

  test("a property market's prices are near one another from day to day, and grow over years", async () => {
    const [today, tomorrow, later] = await Promise.all(
      [NOON, NOON + DAY, NOON + 3_650 * DAY].map((now) => values(now, { scene: "property" })),
    );
    expect(Math.abs(Number(tomorrow?.price) / Number(today?.price) - 1)).toBeLessThan(0.02);
    expect(Number(later?.price)).toBeGreaterThan(1.1 * Number(today?.price));
  });
});

test.each([
  ["service", "incidents", 5],
  ["property", "sales", 100],
])("[SY3] what happens in %s comes once, however often it is looked at", async (scene, path, least) => {
  const often = await dayOf(scene, path, MINUTE);
  expect(often.length).toBeGreaterThan(least);
  expect(await dayOf(scene, path, 17 * MINUTE)).toEqual(often.slice(0, (await dayOf(scene, path, 17 * MINUTE)).length));
  expect(new Set(often.map((data) => JSON.stringify(data))).size).toBe(often.length);
});

test.each([
  [{ scene: "war" }, /^scene: Not one/],
  [{ count: 0 }, /^count: At least 1/],
  [{ url: "https://a.example/" }, /^url: There is no such setting/],
])("settings %j are refused", (more, words) => {
  expect(synthetic.parseSettings(more)).toMatchObject({ ok: false, failure: { message: matching(words) } });
});
