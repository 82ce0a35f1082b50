import { expect, test } from "vitest";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import type { Point } from "../../../core/protocol/parts";
import type { FetchHistory } from "./fetch-history";
import { HistoryLoader } from "./history-loader";

const HOUR = { from: 0, to: 3_600_000, most: 100 };

test("[RG8] what many panels ask for in one moment is fetched together, each series once", async () => {
  const asked: { keys: readonly string[]; to: number }[] = [];
  const fetch: FetchHistory = async (keys, { to }) => {
    asked.push({ keys, to });
    return new Map(keys.map((key): [string, Point[]] => [key, [[to, 1]]]));
  };
  const timers = new FakeTime();
  const loader = new HistoryLoader(fetch, timers);
  const names = Array.from({ length: 30 }, (_, i) => `a.k${i}`);
  const answers = [...names, "a.k0"].map((key) => loader.load(key, HOUR, true));
  const other = loader.load("a.k0", { ...HOUR, to: 7 }, true);
  expect(loader.read()).toBe("loading");
  timers.advance(1);
  expect((await Promise.all(answers)).flat()).toHaveLength(31);
  expect(await other).toEqual([[7, 1]]);
  expect(asked.map(({ keys, to }) => [keys.length, to])).toEqual([
    [20, HOUR.to],
    [10, HOUR.to],
    [1, 7],
  ]);
  expect(loader.read()).toBe("calm");
});

test("[RG8] a fetch that fails is told until one succeeds; one that only renews is not told as loading", async () => {
  let isDown = true;
  const fetch: FetchHistory = async () => {
    if (isDown) throw new Error("down");
    return new Map();
  };
  const timers = new FakeTime();
  const loader = new HistoryLoader(fetch, timers);
  const seen: string[] = [];
  loader.subscribe(() => seen.push(loader.read()));
  const failing = loader.load("a.x", HOUR, true);
  timers.advance(1);
  await expect(failing).rejects.toThrow("down");
  isDown = false;
  const renewed = loader.load("a.x", HOUR, false);
  timers.advance(1);
  expect(await renewed).toEqual([]);
  expect(seen).toEqual(["loading", "failed", "failed", "calm"]);
});
