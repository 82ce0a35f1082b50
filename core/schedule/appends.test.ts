import { expect, test } from "vitest";
import type { Refresh } from "../sources/reading";
import { SYNTHETIC } from "../sources/synthetic";
import { isEvents } from "../streams/is-events";
import { ModelDashboard } from "../testing/model-dashboard";

function news(
  events: readonly { at?: number; data: string }[],
  more: Partial<Extract<Refresh, { ok: true }>> = {},
): Refresh {
  return { ok: true, readings: [], appends: [{ key: "a.items", events, meta: { kind: "stream", keep: 3 } }], ...more };
}

async function read(board: ModelDashboard, answer: Refresh): Promise<void> {
  board.instant = () => answer;
  board.refresher.refreshNow("a");
  await board.settle();
}

function titles(board: ModelDashboard): unknown {
  const value = board.store.get("a.items")?.value;
  return value !== undefined && isEvents(value) ? value.map(({ data }) => data) : value;
}

async function begun(first: Refresh): Promise<ModelDashboard> {
  const board = new ModelDashboard();
  board.instant = () => first;
  board.refresher.setSources([board.source("a", 60_000)]);
  await board.settle();
  return board;
}

test("[R32] what a source appends is put behind what the stream holds, and counts as one key", async () => {
  const board = await begun(news([{ data: "x" }]));
  await read(board, news([{ at: 7, data: "y" }, { data: "z" }]));
  expect(titles(board)).toEqual(["x", "y", "z"]);
  expect(board.store.get("a.items")?.value).toMatchObject([{ at: board.time }, { at: 7 }, { at: board.time }]);
  await read(board, news([{ data: "w" }]));
  expect(titles(board)).toEqual(["y", "z", "w"]);
  expect(board.store.get("$sources.a")?.value).toMatchObject({ state: "ok", keys: 1 });
});

test("[R33] a refresh without anything new keeps the stream and commits nothing; one that does not name it ends it", async () => {
  const board = await begun(news([{ data: "x" }]));
  const { cursor } = board.store;
  await read(board, news([]));
  expect([titles(board), board.store.cursor]).toEqual([["x"], cursor]);
  await read(board, { ok: true, readings: [] });
  expect(board.store.get("a.items")).toBeUndefined();
});

test("[R32] a connector is told when its source was last read", async () => {
  const board = await begun(news([]));
  expect(board.lookedAt).toBeNull();
  const first = board.time;
  await board.pass(60_000);
  expect(board.lookedAt).toBe(first);
});

test("[R45] the state of a synthetic source says so, whatever it is", async () => {
  const board = new ModelDashboard();
  const source = { ...board.source("a", 60_000), kind: SYNTHETIC };
  const marked = () => expect(board.store.get("$sources.a")?.value).toMatchObject({ synthetic: true });
  board.refresher.setSources([source]);
  marked();
  await board.answer("a", { x: 1 });
  marked();
  board.refresher.refreshNow("a");
  await board.fail("a");
  marked();
  board.refresher.setSources([{ ...source, enabled: false }]);
  marked();
});
