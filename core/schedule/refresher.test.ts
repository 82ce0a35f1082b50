import { describe, expect, test } from "vitest";
import { defaultLimits } from "../hub/limits";
import { MAX_INTERVAL } from "../sources/definition";
import { EDITABLE } from "../sources/written";
import { ModelDashboard } from "../testing/model-dashboard";

const stateOf = (board: ModelDashboard, slug: string) => board.store.get(`$sources.${slug}`)?.value;
const good = (slug: string, value = 1) => ({
  ok: true as const,
  readings: [{ key: `${slug}.x`, value, meta: { kind: "series" as const } }],
});

describe("when a source is asked", () => {
  test("[R1] a new source is asked at once, and says it waits until then", () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a")]);
    expect(board.asked("a")).toBe(1);
    expect(stateOf(board, "a")).toMatchObject({ state: "waiting" });
  });

  test("[R2] a watched source is asked at its interval, an unwatched one at most each minute", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([board.source("a", 2_000), board.source("b", 2_000)]);
    await board.settle();
    board.connect("r", ["a.*"]);
    await board.pass(60_000);
    expect(board.asked("a")).toBeGreaterThanOrEqual(30);
    expect(board.asked("a")).toBeLessThanOrEqual(32);
    expect(board.asked("b")).toBe(2);
  });

  test("[R3] a hundred readers cost the questions of one", async () => {
    const counts = await Promise.all(
      [1, 100].map(async (readers) => {
        const board = new ModelDashboard();
        board.instant = good;
        board.refresher.setSources([board.source("a")]);
        for (let i = 0; i < readers; i++) board.connect(`r${i}`, ["a.*"]);
        await board.pass(20_000);
        return board.asked("a");
      }),
    );
    expect(counts[1]).toBe(counts[0]);
  });

  test("[R4] somebody who begins to watch an overdue source has it asked at once", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([board.source("a")]);
    await board.pass(30_000);
    const before = board.asked("a");
    board.connect("r", ["a.*"]);
    expect(board.asked("a")).toBe(before + 1);
  });

  test("[T16] who asks again and again watches: its sources are asked at their interval, until it stops", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([board.source("a"), board.source("b")]);
    await board.pass(30_000);
    const reader = {
      kind: "member",
      userId: "u",
      name: "u",
      role: "viewer",
      sessionId: "s",
      sessionEnds: 9e15,
    } as const;
    const before = board.asked("a");
    for (let i = 0; i < 10; i++) {
      board.room.changesSince(reader, ["a.*", "$sources.b"], board.store.cursor, true);
      expect(board.asked("a")).toBeGreaterThan(before);
      await board.pass(10_000);
    }
    expect(board.asked("a") - before).toBeGreaterThan(45);
    expect(board.asked("b")).toBe(3);
    await board.pass(20_000);
    const after = board.asked("a");
    await board.pass(300_000);
    expect(board.asked("a") - after).toBeLessThanOrEqual(5);
    board.room.changesSince(reader, ["a.*"], board.store.cursor);
    expect(board.asked("a") - after).toBeLessThanOrEqual(5);
  });

  test("[R5] a state alone is not watching: it does not speed a source up", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([board.source("a")]);
    board.connect("r", ["$sources.*"]);
    await board.pass(30_000);
    expect(board.asked("a")).toBe(1);
  });

  test("[R6] a restart does not ask a slow source before its time", async () => {
    const first = new ModelDashboard();
    first.instant = good;
    first.refresher.setSources([first.source("a", 600_000)]);
    await first.settle();
    const second = new ModelDashboard();
    second.refresher.setSources([second.source("a", 600_000)], [...first.rows.values()]);
    expect(second.asked("a")).toBe(0);
    await second.pass(600_000);
    expect(second.asked("a")).toBe(1);
  });
});

describe("failures", () => {
  test("[R7] the last good value stays, the state says failing and since when", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a")]);
    await board.answer("a", { x: 1 });
    const goodAt = board.time;
    board.connect("r", ["a.*"]);
    await board.pass(2_000);
    await board.fail("a");
    expect(board.store.get("a.x")?.value).toBe(1);
    expect(stateOf(board, "a")).toMatchObject({
      state: "failing",
      lastGood: goodAt,
      failure: { code: "upstream_status" },
    });
  });

  test("[R8] tries grow apart, up to 15 minutes, and one success forgets them", async () => {
    const board = new ModelDashboard();
    board.instant = () => ({ ok: false, failure: { code: "unreachable", message: "no" } });
    board.connect("r", ["a.*"]);
    board.refresher.setSources([board.source("a", 2_000)]);
    await board.pass(3_600_000);
    const at = board.askedAt("a");
    const waits = at.slice(1).map((time, i) => time - (at[i] as number));
    expect(waits.slice(0, 3)).toEqual([3_000, 6_000, 12_000]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(900_000);
    board.instant = good;
    await board.pass(900_000);
    const before = board.asked("a");
    await board.pass(10_000);
    expect(board.asked("a") - before).toBe(5);
  });

  test("[R9] Retry-After goes before our own wait, up to an hour", async () => {
    const board = new ModelDashboard();
    board.connect("r", ["a.*"]);
    board.refresher.setSources([board.source("a")]);
    await board.fail("a", "upstream_status", 120_000);
    expect(board.refresher.times().due.a).toBe(board.time + 120_000);
    await board.pass(120_000);
    await board.fail("a", "upstream_status", 1e12);
    expect(board.refresher.times().due.a).toBe(board.time + 3_600_000);
  });

  test("[R9b] a try that a person asks for and that fails does not lengthen the wait", async () => {
    const board = new ModelDashboard();
    board.connect("r", ["a.*"]);
    board.refresher.setSources([board.source("a", 60_000)]);
    await board.fail("a");
    const { due } = board.refresher.times();
    for (let i = 0; i < 5; i++) {
      board.refresher.refreshNow("a");
      await board.fail("a");
    }
    expect(board.refresher.times().due).toEqual(due);
  });

  test("[R10] the state is committed once per class of failure, not once per try", async () => {
    const board = new ModelDashboard();
    board.instant = () => ({ ok: false, failure: { code: "unreachable", message: "no" } });
    board.refresher.setSources([board.source("a")]);
    await board.settle();
    const { seq } = board.store.cursor;
    await board.pass(600_000);
    expect(board.asked("a")).toBeGreaterThan(2);
    expect(board.store.cursor.seq).toBe(seq);
  });

  test("[R11] a full disk is a failure of the refresh: nothing half is kept, the next one heals it", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a")]);
    await board.answer("a", { x: 1 });
    board.refresher.refreshNow("a");
    board.storage.failNext = true;
    await board.answer("a", { x: 2 });
    expect(board.store.get("a.x")?.value).toBe(1);
    expect(stateOf(board, "a")).toMatchObject({ state: "failing", failure: { code: "internal" } });
    expect(board.logged).toEqual(["commit_failed"]);
    board.refresher.refreshNow("a");
    await board.answer("a", { x: 3 });
    expect(board.store.get("a.x")?.value).toBe(3);
  });

  test("[R12] a refresh that never ends is given up, and its late answer is dropped", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a")]);
    await board.pass(61_000);
    expect(board.logged).toEqual(["refresh_lost"]);
    await board.answer("a", { x: 1 });
    expect(board.store.get("a.x")).toBeUndefined();
  });
});

describe("one source and another", () => {
  test("[R13] six that hang delay one that ticks each second by no more than a tenth of it", async () => {
    const board = new ModelDashboard();
    board.instant = (slug) => (slug === "tick" ? good(slug, board.time) : null);
    const hanging = Array.from({ length: 6 }, (_, i) => board.source(`h${i}`, 1_000));
    board.connect("r", ["*"]);
    board.refresher.setSources([board.source("tick", 1_000)]);
    await board.settle();
    board.refresher.setSources([...hanging, board.source("tick", 1_000)]);
    for (let second = 0; second < 60; second++) {
      await board.pass(1_000);
      const overdue = board.questions.filter(({ askedAt }) => board.time - askedAt >= 10_000);
      for (const { slug } of overdue) await board.fail(slug, "timeout");
    }
    const at = board.askedAt("tick");
    const waits = at.slice(1).map((time, i) => time - (at[i] as number));
    expect(at.length).toBeGreaterThanOrEqual(60);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_100);
    expect(hanging.every(({ slug }) => board.asked(slug) > 0)).toBe(true);
  });

  test("[R14] never more than six at once, of which new ones hold three and slow ones two", async () => {
    const board = new ModelDashboard();
    board.connect("r", ["*"]);
    board.refresher.setSources(Array.from({ length: 10 }, (_, i) => board.source(`s${i}`, 600_000)));
    expect(board.questions).toHaveLength(3);
    for (let i = 0; i < 10; i++) await board.answer(`s${i}`, { x: 1 });
    await board.pass(600_000);
    expect(board.questions).toHaveLength(6);
    for (let i = 0; i < 10; i++) await board.fail(`s${i}`, "timeout");
    await board.pass(680_000);
    expect(board.questions).toHaveLength(2);
  });

  test("[R14b] after a restart a source that answered fast is not held up by those that hang", async () => {
    const first = new ModelDashboard();
    first.instant = (slug) => (slug === "tick" ? good(slug) : null);
    first.refresher.setSources([first.source("tick", 1_000)]);
    await first.settle();
    const second = new ModelDashboard();
    second.instant = first.instant;
    const hanging = Array.from({ length: 6 }, (_, i) => second.source(`h${i}`, 1_000));
    second.refresher.setSources([...hanging, second.source("tick", 1_000)], [...first.rows.values()]);
    second.connect("r", ["*"]);
    await second.pass(1_000);
    expect(second.asked("tick")).toBeGreaterThan(0);
  });

  test("[R15] the answer to a question of an older definition is dropped", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a")]);
    const old = board.questions[0];
    board.refresher.setSources([{ ...board.source("a"), name: "renamed" }]);
    await old?.answer({ ok: true, readings: [{ key: "a.old", value: 1, meta: { kind: "series" } }] });
    expect(board.store.get("a.old")).toBeUndefined();
    await board.answer("a", { fresh: 2 });
    expect(board.store.keysOf("a")).toEqual(["a.fresh"]);
  });

  test("[R16] a source that went takes its keys, its state and its schedule with it", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a", 60_000)]);
    await board.answer("a", { x: 1 });
    board.refresher.setSources([]);
    expect([...board.store.keys()]).toEqual([]);
    expect(board.rows.size).toBe(0);
    expect(board.refresher.nextLook()).toBeNull();
  });

  test("[R17] while there is an enabled source, something is always due", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a"), { ...board.source("b"), enabled: false }]);
    for (let i = 0; i < 20; i++) {
      expect(board.refresher.nextLook()).toBeGreaterThan(board.time);
      await board.pass(5_000);
      if (board.questions.length > 0) await (i % 2 ? board.answer("a", { x: i }) : board.fail("a"));
    }
    expect(board.asked("b")).toBe(0);
  });
});

describe("a source that people write", () => {
  const written = (board: ModelDashboard) => ({ ...board.source("todo"), kind: EDITABLE, interval: MAX_INTERVAL });
  const write = (board: ModelDashboard, path: string) => {
    const key = { key: `todo.${path}`, value: 1, meta: { kind: "value" as const } };
    board.room.commit({ at: board.time, writes: [key], removes: [], lastCheck: null, interval: 0 });
  };

  test("[R23] is ok from the start, with the keys it has, and is never asked", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([written(board)]);
    expect(stateOf(board, "todo")).toEqual({ state: "ok", name: "todo", interval: null, keys: 0 });
    board.connect("r", ["todo.*"]);
    board.refresher.refreshNow("todo");
    await board.pass(600_000);
    expect(board.asked("todo")).toBe(0);
    expect(board.refresher.nextLook()).toBeNull();
    expect(board.refresher.times()).toEqual({ checked: {}, due: {} });
    expect(board.rows.size).toBe(0);
  });

  test("[R24] keeps its keys while others are asked, changed and restarted, without a row for it", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([written(board), board.source("a")]);
    write(board, "x");
    await board.pass(120_000);
    const named = { ...written(board), name: "To do" };
    board.refresher.setSources([named]);
    expect(stateOf(board, "todo")).toMatchObject({ name: "To do", keys: 1 });
    const { rowsWritten } = board.storage;
    board.refresher.setSources([named]);
    expect(board.store.get("todo.x")?.value).toBe(1);
    expect(board.storage.rowsWritten).toBe(rowsWritten);
    board.refresher.setSources([]);
    expect([...board.store.keys()]).toEqual([]);
  });

  test("[R25] another source under the same short name begins without the keys of the one before", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("todo")]);
    await board.answer("todo", { x: 1 });
    board.refresher.setSources([{ ...written(board), id: "another" }]);
    expect(stateOf(board, "todo")).toMatchObject({ state: "ok", keys: 0 });
    expect([...board.store.keys()]).toEqual(["$sources.todo"]);
    await board.pass(120_000);
    expect(board.asked("todo")).toBe(1);
  });
});

describe("the interval in force", () => {
  test("[R22] readers hear of another pace with the refresh it brings about, and soon where that one hangs", async () => {
    const board = new ModelDashboard();
    board.instant = (slug) => (board.asked(slug) > 1 ? null : good(slug));
    board.refresher.setSources([board.source("a", 2_000)]);
    await board.settle();
    expect(stateOf(board, "a")).toMatchObject({ state: "ok", interval: 60_000 });
    board.time += 30_000;
    const { heard } = board.connect("r", ["a.*", "$sources.a"]);
    await board.settle();
    expect(stateOf(board, "a")).toMatchObject({ interval: 60_000 });
    await board.pass(2_000);
    expect(stateOf(board, "a")).toMatchObject({ state: "ok", interval: 2_000 });
    expect(heard.at(-1)).toMatchObject({ type: "data_update", updates: [{ key: "$sources.a" }] });
  });
});

describe("what is kept", () => {
  test("[R20] an answer that would take the workspace over 10,000 keys is a failure, and what is held stays", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a"), board.source("b")]);
    await board.answer("a", Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`k${i}`, i])));
    await board.answer("b", Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i])));
    expect(stateOf(board, "b")).toMatchObject({ state: "failing", failure: { code: "too_many_keys" } });
    expect(board.store.keysOf("a")).toHaveLength(9_000);
  });

  test("[R20] also where the limit is set to less", async () => {
    const board = new ModelDashboard({ ...defaultLimits, keys: 3 });
    board.refresher.setSources([board.source("a")]);
    await board.answer("a", { x: 1, y: 2, z: 3 });
    const message = "With this answer the workspace would hold more than 3 keys.";
    expect(stateOf(board, "a")).toMatchObject({ failure: { message } });
  });

  test("[R21] a rest at the idle pace is no gap; a stretch that nobody looked at is one", async () => {
    const board = new ModelDashboard();
    let value = 0;
    board.instant = (slug) => good(slug, value++);
    board.refresher.setSources([board.source("a", 2_000)]);
    await board.pass(120_000);
    board.connect("r", ["a.*"]);
    await board.pass(10_000);
    const points = () => board.store.changesSince(null, (key) => key === "a.x").values[0]?.points ?? [];
    expect(points().length).toBeGreaterThan(5);
    expect(points().every(([, seen]) => seen !== null)).toBe(true);
    board.time += 600_000;
    await board.pass(2_000);
    expect(points().some(([, seen]) => seen === null)).toBe(true);
  });
});
