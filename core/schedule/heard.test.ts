import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import type { AlertRule } from "../alerts/rule";
import { freshnessOf } from "../freshness/freshness";
import { isEmptyYet } from "../freshness/is-empty-yet";
import { defaultLimits } from "../hub/limits";
import type { WriteRequest } from "../live-object";
import { sourceState } from "../sources/state";
import { ModelDashboard } from "../testing/model-dashboard";
import { program } from "../testing/write-desk";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const pushed = (expected?: number) => ({
  id: "shop",
  slug: "shop",
  name: "Shop",
  kind: "push",
  settings: {},
  interval: 86_400_000,
  enabled: true,
  plan: { mode: "idle" as const, ...(expected === undefined ? {} : { expected }) },
});

/** A source of which a push is expected each minute. */
function shop(expected?: number, from?: ModelDashboard) {
  const board = new ModelDashboard(defaultLimits, from?.storage, undefined, from?.kept);
  if (from) board.time = from.time;
  board.refresher.setSources([pushed(expected)], [...(from?.rows.values() ?? [])]);
  const push = (request: WriteRequest) => board.room.writes.write(program("k1"), request);
  return { board, push };
}

function freshness(board: ModelDashboard): string {
  const source = v.parse(sourceState, board.store.get("$sources.shop")?.value);
  const { checkedAt } = board.refresher.ageOf("shop");
  return freshnessOf(source, checkedAt, { now: board.time, behindSince: undefined });
}

describe("[R47] what is written counts as a look at a source of which that is expected", () => {
  test("from the first push on it is late after twice that time, and stale after four times", () => {
    const { board, push } = shop(MINUTE);
    expect([freshness(board), board.refresher.times()]).toEqual(["waiting", { checked: {}, due: {} }]);
    push({ values: { "shop.a": 1 } });
    const at = board.time;
    expect(board.refresher.times()).toEqual({ checked: { shop: at }, due: { shop: at + MINUTE } });
    for (const [age, word] of [
      [2 * MINUTE - 1, "fresh"],
      [2 * MINUTE, "late"],
      [4 * MINUTE - 1, "late"],
      [4 * MINUTE, "stale"],
    ] as const) {
      board.time = at + age;
      expect(freshness(board)).toBe(word);
    }
  });

  test("one that changes nothing counts too; one that is repeated, or refused, does not", () => {
    const { board, push } = shop(MINUTE);
    push({ values: { "shop.a": 1 }, once: "x" });
    const [first, seq] = [board.time, board.store.cursor.seq];
    board.time += MINUTE;
    push({ values: { "shop.a": 1 }, once: "x" });
    push({ values: { "shop.a": 2 }, ifRev: 99 });
    board.storage.failNext = true;
    push({ values: { "shop.a": 2 } });
    expect(board.refresher.ageOf("shop").checkedAt).toBe(first);
    push({ values: { "shop.a": 1 } });
    expect([board.refresher.ageOf("shop").checkedAt, board.store.cursor.seq]).toEqual([board.time, seq]);
  });

  test("where nothing is expected, nothing has an age", () => {
    const { board, push } = shop();
    push({ values: { "shop.a": 1 } });
    board.time += 1_000 * MINUTE;
    expect([freshness(board), board.refresher.times(), board.rows.size]).toEqual([
      "fresh",
      { checked: {}, due: {} },
      0,
    ]);
  });

  test("a change of what is expected is judged by at once, and keeps when it was last heard of", () => {
    const { board, push } = shop(MINUTE);
    push({ values: { "shop.a": 1 } });
    board.time += MINUTE;
    push({ values: { "shop.a": 1 } });
    const heardAt = board.time;
    board.time += 5 * MINUTE;
    expect(freshness(board)).toBe("stale");
    board.refresher.setSources([pushed(60 * MINUTE)]);
    expect([freshness(board), board.refresher.ageOf("shop").checkedAt]).toEqual(["fresh", heardAt]);
    board.refresher.setSources([pushed()]);
    board.time += 5 * MINUTE;
    push({ values: { "shop.b": 1 } });
    board.time += 2 * MINUTE;
    board.refresher.setSources([pushed(MINUTE)]);
    expect([freshness(board), board.store.get("$sources.shop")?.value]).toEqual([
      "late",
      { state: "ok", name: "Shop", interval: null, expected: MINUTE, keys: 2 },
    ]);
  });

  test("a clock that is set back has it heard of now, and not in time to come", () => {
    const { board, push } = shop(MINUTE);
    push({ values: { "shop.a": 1 } });
    board.time -= 60 * MINUTE;
    board.refresher.tick();
    expect(board.refresher.ageOf("shop").checkedAt).toBe(board.time);
    board.time += 2 * MINUTE;
    expect(freshness(board)).toBe("late");
  });
});

test("[R51] one that was never written is late and stale by when it began to be expected, also after a restart", () => {
  const first = shop(MINUTE);
  const from = first.board.time;
  const state = (board: ModelDashboard) => v.parse(sourceState, board.store.get("$sources.shop")?.value);
  first.board.time = from + 2 * MINUTE - 1;
  expect(freshness(first.board)).toBe("waiting");
  first.board.time = from + 2 * MINUTE;
  expect([freshness(first.board), isEmptyYet(state(first.board), "late")]).toEqual(["late", false]);
  const { board, push } = shop(MINUTE, first.board);
  board.time = from + 4 * MINUTE;
  expect([freshness(board), board.refresher.times()]).toEqual(["stale", { checked: {}, due: {} }]);
  board.refresher.setSources([pushed(60 * MINUTE)]);
  expect([freshness(board), isEmptyYet(state(board), "waiting")]).toEqual(["waiting", true]);
  push({ values: { "shop.a": 1 } });
  expect([freshness(board), state(board)]).toEqual([
    "fresh",
    { state: "ok", name: "Shop", interval: null, expected: 60 * MINUTE, keys: 1 },
  ]);
});

test("[R47] it goes with its source", () => {
  const { board, push } = shop(MINUTE);
  push({ values: { "shop.a": 1 } });
  board.refresher.setSources([]);
  expect(board.refresher.times()).toEqual({ checked: {}, due: {} });
});

test("[AL16] a rule fires when a source is silent, and ends with a push that changes nothing", async () => {
  const { board, push } = shop(MINUTE);
  const rule: AlertRule = {
    id: "r",
    name: "R",
    key: "shop.*",
    condition: { is: "stale" },
    for: 0,
    severity: "warning",
  };
  board.alerts.setRules([rule]);
  const [from, looks] = [board.time, vi.spyOn(board.alerts, "tick")];
  push({ values: { "shop.a": 1 } });
  // The alarm has to ring for it from now on, and is not set anew with each push.
  expect(looks).toHaveBeenCalledTimes(1);
  push({ values: { "shop.a": 1 } });
  expect(looks).toHaveBeenCalledTimes(1);
  const state = () => board.store.get("$alerts.shop.r")?.value;
  await board.pass(4 * MINUTE - 1);
  expect(state()).toMatchObject({ state: "ok" });
  await board.pass(10 * MINUTE);
  expect(state()).toMatchObject({ state: "firing", since: from + 4 * MINUTE });
  push({ values: { "shop.a": 1 } });
  expect(state()).toMatchObject({ state: "ok", past: [{ key: "shop.a", from: from + 4 * MINUTE, to: board.time }] });
});

describe("[R48] after a restart it is as old as it was", () => {
  test("by its newest value, however long ago, without a row of its own", () => {
    const first = shop(MINUTE);
    first.push({ values: { "shop.a": 1 } });
    first.board.time += MINUTE;
    first.push({ values: { "shop.b": 1 } });
    const heardAt = first.board.time;
    first.board.time += 10 * MINUTE;
    const { board } = shop(MINUTE, first.board);
    expect([board.refresher.ageOf("shop").checkedAt, first.board.rows.size, freshness(board)]).toEqual([
      heardAt,
      0,
      "stale",
    ]);
  });

  test("by pushes that change nothing to half of what is expected, of which a hundred a minute cost two rows", () => {
    const first = shop(MINUTE);
    first.push({ values: { "shop.a": 1 } });
    const saved = vi.spyOn(first.board.rows, "set");
    for (let i = 0; i < 1_000; i++) {
      first.board.time += 600;
      first.push({ values: { "shop.a": 1 } });
    }
    expect(saved).toHaveBeenCalledTimes(20);
    const { checkedAt } = shop(MINUTE, first.board).board.refresher.ageOf("shop");
    expect(first.board.time - (checkedAt ?? 0)).toBeLessThanOrEqual(30 * SECOND);
  });
});

describe("[R49] beats tell of what is heard", () => {
  test("of pushes that change nothing at most every 5 s, and of the last one too", async () => {
    const { board, push } = shop(MINUTE);
    push({ values: { "shop.a": 1 } });
    const reader = board.connect("r", ["shop.*"]);
    const beats = () => reader.heard.filter((frame) => frame.type === "beat");
    await board.pass(10 * SECOND);
    for (let i = 0; i < 120; i++) {
      push({ values: { "shop.a": 1 } });
      await board.pass(100);
    }
    const last = board.time - 100;
    await board.pass(MINUTE);
    expect(beats()).toHaveLength(4);
    expect(beats().at(-1)).toMatchObject({ checked: { shop: last }, due: { shop: last + MINUTE } });
  });

  test("to those who watch the source, and to no other", () => {
    const { board, push } = shop(MINUTE);
    const [one, other] = [board.connect("r", ["shop.*"]), board.connect("s", ["node.*"])];
    push({ values: { "shop.a": 1 } });
    expect([one, other].map(({ heard }) => heard.filter(({ type }) => type === "beat").length)).toEqual([1, 0]);
  });
});

describe("[W22] the past of what is expected", () => {
  test("a silence of four times as long is a gap, which begins after the last push, though that changed nothing", async () => {
    const { board, push } = shop(MINUTE);
    const from = board.time;
    push({ values: { "shop.a": 1 } });
    board.time += MINUTE;
    push({ values: { "shop.a": 1 } });
    board.time += 10 * MINUTE;
    push({ values: { "shop.a": 2 } });
    expect(pointsOf(board)).toEqual([
      [from, 1],
      [from + MINUTE, 1],
      [from + MINUTE + 1, null],
      [board.time, 2],
    ]);
  });

  test("none is claimed where several sources are written at once", () => {
    const { board, push } = shop(MINUTE);
    board.refresher.setSources([pushed(MINUTE), { ...pushed(), id: "till", slug: "till" }]);
    const from = board.time;
    push({ values: { "shop.a": 1 } });
    board.time += 10 * MINUTE;
    push({ values: { "shop.a": 2, "till.a": 2 } });
    expect(pointsOf(board)).toEqual([
      [from, 1],
      [board.time, 2],
    ]);
  });
});

function pointsOf(board: ModelDashboard) {
  const reader = { kind: "member", userId: "u", name: "u", role: "viewer", sessionId: "s" } as const;
  return board.room.changesSince({ ...reader, sessionEnds: board.time + 1 }, ["shop.a"], null).values[0]?.points;
}
