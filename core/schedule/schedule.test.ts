import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../hub/limits";
import type { SourceDefinition } from "../sources/definition";
import { MAX_BUDGET, type Plan } from "../sources/plan";
import type { Refresh } from "../sources/reading";
import { MemoryStorage } from "../testing/memory-storage";
import { ModelDashboard } from "../testing/model-dashboard";
import { backoff, MAX_BACKOFF, MAX_RETRY_AFTER } from "./backoff";
import { HOUR, LOST_AFTER, MAX_RUNNING, REST_INTERVAL } from "./schedule";

const good = (slug: string): Refresh => ({
  ok: true,
  readings: [{ key: `${slug}.x`, value: 1, meta: { kind: "series" } }],
});

const planned = (board: ModelDashboard, slug: string, interval: number, plan: Plan): SourceDefinition => ({
  ...board.source(slug, interval),
  plan,
});

/** How many of these moments lie in each clock hour. */
function byHour(moments: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const at of moments) counts.set(Math.floor(at / HOUR), (counts.get(Math.floor(at / HOUR)) ?? 0) + 1);
  return [...counts.values()];
}

describe("while nobody watches", () => {
  test("[R34] one that is always read keeps its interval", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([planned(board, "a", 2_000, { mode: "always" })]);
    await board.pass(60_000);
    expect(board.asked("a")).toBe(31);
  });

  test("[R35] one that is read while somebody watches is read once a day, and at once when somebody comes", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([planned(board, "a", 2_000, { mode: "watched" })]);
    await board.pass(REST_INTERVAL - 1);
    expect(board.asked("a")).toBe(1);
    await board.pass(1);
    expect(board.asked("a")).toBe(2);
    await board.pass(HOUR);
    board.connect("r", ["a.*"]);
    expect(board.asked("a")).toBe(3);
    await board.pass(10_000);
    expect(board.asked("a")).toBe(8);
  });

  test("[R35] one that fails rests as well, a person may ask all the same, and who comes need not wait for a day", async () => {
    const board = new ModelDashboard();
    board.instant = () => ({ ok: false, failure: { code: "unreachable", message: "no" } });
    board.refresher.setSources([planned(board, "a", 2_000, { mode: "watched" })]);
    await board.pass(HOUR);
    expect(board.asked("a")).toBe(1);
    board.refresher.refreshNow("a");
    expect(board.asked("a")).toBe(2);
    await board.pass(HOUR);
    board.connect("r", ["a.*"]);
    await board.pass(MAX_BACKOFF);
    expect(board.asked("a")).toBeGreaterThan(2);
  });
});

describe("by cron", () => {
  const cron = { expression: "0 * * * *", zone: "UTC" };

  test("[R36] it is read at its times, watched or not, whatever its interval", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([planned(board, "a", 2_000, { mode: "idle", cron })]);
    await board.settle();
    board.connect("r", ["a.*"]);
    await board.pass(5 * HOUR);
    expect(board.askedAt("a").slice(1)).toEqual([1, 2, 3, 4, 5].map((hour) => hour * HOUR));
  });

  test("[R36] its ages are judged by how far its times lie apart, and its state stays the same", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([planned(board, "a", 2_000, { mode: "idle", cron })]);
    await board.pass(HOUR);
    const { rowsWritten } = board.storage;
    await board.pass(10 * HOUR);
    expect(board.store.get("$sources.a")?.value).toMatchObject({ state: "ok", interval: HOUR });
    expect(board.storage.rowsWritten).toBe(rowsWritten);
  });

  test("[R36] a failure is tried again before its next time", async () => {
    const board = new ModelDashboard();
    board.instant = () => ({ ok: false, failure: { code: "unreachable", message: "no" } });
    board.refresher.setSources([planned(board, "a", 60_000, { mode: "idle", cron })]);
    await board.pass(10 * 60_000);
    expect(board.asked("a")).toBeGreaterThan(2);
  });

  test("[R36] after a restart it waits for its time", async () => {
    const first = new ModelDashboard();
    first.instant = good;
    const source = planned(first, "a", 2_000, { mode: "idle", cron });
    first.refresher.setSources([source]);
    await first.settle();
    const second = new ModelDashboard();
    second.refresher.setSources([source], [...first.rows.values()]);
    expect(second.refresher.nextLook()).toBe(HOUR);
  });
});

const intervals = fc.integer({ min: 1_000, max: 20_000 });

describe("budgets", () => {
  prop.prop([fc.array(fc.tuple(intervals, fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 5 })], {
    numRuns: 6,
  })(
    "[R37] a source makes no more calls in an hour than its budget, also where people ask and readers come and go",
    async (sources) => {
      const board = new ModelDashboard();
      board.instant = good;
      board.refresher.setSources(
        sources.map(([interval, budget], i) => planned(board, `s${i}`, interval, { mode: "always", budget })),
      );
      for (let i = 0; i < 14; i++) {
        await board.pass(5 * 60_000);
        for (let times = 0; times < 20; times++) board.refresher.refreshNow(`s${i % sources.length}`);
        await board.settle();
      }
      for (const [i, [, budget]] of sources.entries()) {
        for (const calls of byHour(board.askedAt(`s${i}`))) expect(calls).toBeLessThanOrEqual(budget);
      }
    },
  );

  test("[R37] it spreads over the hour", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    board.refresher.setSources([planned(board, "a", 1_000, { mode: "always", budget: 60 })]);
    await board.pass(30 * 60_000);
    expect(board.asked("a")).toBe(31);
    expect(board.store.get("$sources.a")?.value).toMatchObject({ interval: 60_000 });
  });

  test("[R37] a refresh that takes several calls counts as several, and a restart or a pause forgets none", async () => {
    const first = new ModelDashboard();
    first.time = HOUR;
    first.instant = (slug) => ({ ...good(slug), calls: 10, bytes: 100 });
    const source = planned(first, "a", 60_000, { mode: "always", budget: 60 });
    first.refresher.setSources([source]);
    await first.pass(HOUR - 1);
    expect(first.asked("a")).toBe(6);
    expect(first.refresher.use("a")).toMatchObject({ callsThisHour: 60 });
    const second = new ModelDashboard();
    second.time = first.time;
    second.refresher.setSources([source], [...first.rows.values()]);
    second.refresher.refreshNow("a");
    expect(second.asked("a")).toBe(0);
    second.refresher.setSources([{ ...source, enabled: false }]);
    second.refresher.setSources([source]);
    expect(second.asked("a")).toBe(0);
    await second.pass(1);
    expect(second.asked("a")).toBe(1);
  });

  prop.prop([fc.integer({ min: 1, max: 300 }), fc.array(intervals, { minLength: 1, maxLength: 8 })], { numRuns: 8 })(
    "[R38] all sources together make no more calls in an hour than the workspace's budget, and go on in the next",
    async (budget, each) => {
      const board = new ModelDashboard(defaultLimits, new MemoryStorage(), budget);
      board.instant = good;
      board.refresher.setSources(each.map((interval, i) => planned(board, `s${i}`, interval, { mode: "always" })));
      await board.pass(2.5 * HOUR);
      const all = each.flatMap((_, i) => board.askedAt(`s${i}`));
      for (const calls of byHour(all)) expect(calls).toBeLessThanOrEqual(budget);
      expect(all.some((at) => at >= 2 * HOUR)).toBe(true);
    },
  );
});

test("[R38] nor are they forgotten by a restart", async () => {
  const first = new ModelDashboard(defaultLimits, new MemoryStorage(), 10);
  first.instant = good;
  const sources = ["a", "b"].map((slug) => planned(first, slug, 600_000, { mode: "always" }));
  first.time = HOUR;
  first.refresher.setSources(sources);
  await first.pass(30 * 60_000);
  const second = new ModelDashboard(defaultLimits, new MemoryStorage(), 10);
  second.instant = good;
  second.time = first.time;
  second.refresher.setSources(sources, [...first.rows.values()]);
  await second.pass(29 * 60_000);
  const calls = [first, second].flatMap((board) => [...board.askedAt("a"), ...board.askedAt("b")]);
  expect(calls.length).toBe(10);
});

describe("any mix of sources", () => {
  const behaviour = fc.record({
    interval: intervals,
    mode: fc.constantFrom("idle", "watched", "always" as const),
    budget: fc.option(fc.integer({ min: 1, max: MAX_BUDGET }), { nil: undefined }),
    fate: fc.constantFrom("good", "bad", "hangs" as const),
    watched: fc.boolean(),
  });

  prop.prop([fc.array(behaviour, { minLength: 1, maxLength: 12 })], { numRuns: 25 })(
    "[R14] never runs more than six at once, [R39] nor any more often than its interval",
    async (sources) => {
      const board = new ModelDashboard();
      let most = 0;
      board.instant = (slug) => {
        // One that was given up holds no slot any more.
        const open = board.questions.filter(({ askedAt }) => board.time - askedAt < LOST_AFTER);
        most = Math.max(most, open.length + 1);
        const fate = sources[Number(slug.slice(1))]?.fate;
        if (fate === "hangs") return null;
        return fate === "good" ? good(slug) : { ok: false, failure: { code: "unreachable", message: "no" } };
      };
      board.refresher.setSources(
        sources.map(({ interval, mode, budget }, i) =>
          planned(board, `s${i}`, interval, { mode, ...(budget === undefined ? {} : { budget }) }),
        ),
      );
      for (const [i, { watched }] of sources.entries()) if (watched) board.connect(`r${i}`, [`s${i}.*`]);
      await board.pass(120_000);
      expect(most).toBeLessThanOrEqual(MAX_RUNNING);
      // One that waited for a place is started late, and due on its grid again: over all, none comes more often.
      for (const [i, { interval }] of sources.entries()) {
        expect(board.asked(`s${i}`)).toBeLessThanOrEqual(120_000 / interval + 2);
      }
    },
  );

  prop.prop([intervals, fc.integer({ min: 0, max: 900 })])(
    "[R39] a source that answers in time is read on the grid of its interval: it does not drift",
    async (interval, takes) => {
      const board = new ModelDashboard();
      const source = planned(board, "a", interval, { mode: "always" });
      board.refresher.setSources([source]);
      const first = board.time;
      for (let i = 0; i < 50; i++) {
        board.time += takes;
        await board.answer("a", { x: 1 });
        await board.pass(interval - takes);
      }
      expect(board.askedAt("a")).toEqual(Array.from({ length: 51 }, (_, i) => first + i * interval));
    },
  );
});

describe("waits after failures", () => {
  prop.prop([
    fc.integer({ min: 1_000, max: 86_400_000 }),
    fc.integer({ min: 1, max: 60 }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.option(fc.integer({ min: 0, max: 10 * HOUR }), { nil: undefined }),
  ])(
    "[R8] [R9] are 2ⁿ × interval with jitter, up to 15 min, or what upstream asks for, up to an hour",
    (interval, failures, random, asked) => {
      const wait = backoff(interval, failures, asked, random);
      const most = Math.max(interval, Math.min(MAX_BACKOFF, interval * 2 ** failures));
      const wanted = Math.min(asked ?? 0, MAX_RETRY_AFTER);
      expect(wait).toBeGreaterThanOrEqual(Math.max(wanted, Math.floor(most / 2)));
      expect(wait).toBeLessThanOrEqual(Math.max(wanted, most));
    },
  );
});

describe("what is remembered", () => {
  test("[R41] the last 50 refreshes with what they took, brought and changed, and the sums of a day by the hour", async () => {
    const board = new ModelDashboard();
    let n = 0;
    board.instant = (slug) =>
      n++ % 10 === 9
        ? { ok: false, failure: { code: "unreachable", message: "no" } }
        : { ...good(slug), calls: 1, bytes: 40 };
    board.refresher.setSources([planned(board, "a", 600_000, { mode: "always" })]);
    await board.pass(30 * HOUR);
    const log = board.refresher.use("a")?.log;
    expect(log?.recent).toHaveLength(50);
    expect(log?.recent.at(-1)?.at).toBeLessThan(log?.recent[0]?.at ?? 0);
    expect(log?.recent.filter(({ failure }) => failure).length).toBe(5);
    expect(log?.recent.find(({ failure }) => !failure)).toEqual({
      at: expect.any(Number),
      took: 0,
      bytes: 40,
      changed: 0,
    });
    expect(log?.hours).toHaveLength(24);
    expect(log?.hours[1]).toMatchObject({ calls: 6 });
    expect(board.rows.get("a")?.log).toEqual(log);
  });

  test("[R41] how many keys changed, came or went", async () => {
    const board = new ModelDashboard();
    board.refresher.setSources([board.source("a", 60_000)]);
    await board.answer("a", { x: 1, y: 1 });
    await board.pass(60_000);
    await board.answer("a", { x: 2, z: 1 });
    expect(board.refresher.use("a")?.log.recent.map(({ changed }) => changed)).toEqual([3, 2]);
  });

  test("[R42] of a fast source it costs a row each five minutes", async () => {
    const board = new ModelDashboard();
    let saved = 0;
    const set = board.rows.set.bind(board.rows);
    board.rows.set = (slug, row) => {
      saved += 1;
      return set(slug, row);
    };
    board.instant = good;
    board.refresher.setSources([planned(board, "a", 1_000, { mode: "always" })]);
    await board.pass(HOUR);
    expect(board.asked("a")).toBe(3_601);
    expect(saved).toBeLessThanOrEqual(13);
    expect(board.rows.get("a")?.log.recent.length).toBe(50);
  });

  test("[R41] it goes with its source, and stays while the source is paused", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    const source = board.source("a", 60_000);
    board.refresher.setSources([source]);
    await board.settle();
    board.refresher.setSources([{ ...source, enabled: false }]);
    expect(board.refresher.use("a")).toMatchObject({ pace: null, dueAt: null, log: { recent: [{ took: 0 }] } });
    board.refresher.setSources([source]);
    await board.settle();
    expect(board.refresher.use("a")?.log.recent).toHaveLength(2);
    board.refresher.setSources([]);
    board.refresher.setSources([source]);
    expect(board.refresher.use("a")?.log.recent).toHaveLength(0);
  });

  test("[R50] when it was last read is told while a person has it paused, also after a restart, and not once it is gone", async () => {
    const board = new ModelDashboard();
    board.instant = good;
    const source = board.source("a", 1_000);
    board.connect("r", ["a.*"]);
    board.refresher.setSources([source]);
    await board.pass(90_000);
    const checked = { a: board.time };
    const paused = [{ ...source, enabled: false }];
    board.refresher.setSources(paused);
    await board.pass(HOUR);
    expect(board.refresher.times()).toEqual({ checked, due: {} });
    const woken = new ModelDashboard(defaultLimits, board.storage, undefined, board.kept);
    woken.time = board.time;
    woken.refresher.setSources(paused, [...board.rows.values()]);
    expect([woken.refresher.times(), woken.refresher.ageOf("a")]).toEqual([
      { checked, due: {} },
      { checkedAt: checked.a, awaits: false },
    ]);
    woken.refresher.setSources([]);
    expect(woken.refresher.times()).toEqual({ checked: {}, due: {} });
  });
});
