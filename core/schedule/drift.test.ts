import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { block, pointsOf } from "../history/block";
import type { Json } from "../json";
import type { Misfit } from "../sources/connector";
import type { Refresh } from "../sources/reading";
import { ModelDashboard } from "../testing/model-dashboard";

const stateOf = (board: ModelDashboard) => board.store.get("$sources.a")?.value;
const valueOf = (board: ModelDashboard, path: string) => board.store.get(`a.${path}`)?.value;

function found(values: Record<string, Json>, misfits: Misfit[] = [], anything = false): Refresh {
  const readings = Object.entries(values).map(([path, value]) => ({
    key: `a.${path}`,
    value,
    meta: { kind: typeof value === "number" ? ("series" as const) : ("value" as const) },
    ...(anything ? { anything: true as const } : {}),
  }));
  return { ok: true, readings, misfits };
}

/** A source read once, with these values. */
async function read(first: Refresh): Promise<ModelDashboard> {
  const board = new ModelDashboard();
  board.instant = () => first;
  board.refresher.setSources([board.source("a", 60_000)]);
  await board.settle();
  return board;
}

/** What a series' past is, oldest first, without the times. */
function recorded(board: ModelDashboard, key: string): (number | null)[] {
  const blocks = board.store.pendingFlush()?.blocks.map(({ body }) => v.parse(block, JSON.parse(body))) ?? [];
  return pointsOf(blocks, key).map(([, value]) => value);
}

async function then(board: ModelDashboard, next: Refresh): Promise<void> {
  board.instant = () => next;
  await board.pass(60_000);
}

describe("an answer that nothing has changed", () => {
  test("[R26] counts as a good look and changes nothing", async () => {
    const board = await read(found({ x: 1 }));
    expect(board.held).toBe(false);
    const { cursor } = board.store;
    await then(board, { ok: true, readings: [], unchanged: true });
    expect(board.held).toBe(true);
    expect(board.store.cursor).toEqual(cursor);
    expect(valueOf(board, "x")).toBe(1);
    expect(board.refresher.times().checked.a).toBe(board.time);
  });

  test("[R27] is none after a failure, after a change of the settings, and from a storage that refused", async () => {
    const board = await read(found({ x: 1 }));
    await then(board, { ok: false, failure: { code: "unreachable", message: "no" } });
    board.instant = () => found({ x: 1 });
    board.refresher.refreshNow("a");
    await board.settle();
    expect(board.held).toBe(false);
    board.refresher.setSources([{ ...board.source("a", 60_000), name: "Another" }]);
    await board.settle();
    expect(board.held).toBe(false);
    board.storage.failNext = true;
    await then(board, found({ x: 2 }));
    expect(board.held).toBe(true);
    board.instant = () => found({ x: 2 });
    board.refresher.refreshNow("a");
    await board.settle();
    expect([board.held, valueOf(board, "x")]).toEqual([false, 2]);
  });
});

describe("drift", () => {
  test("[R28] what an answer lacks keeps its last good value, and the source says so, once", async () => {
    const board = await read(found({ x: 1, y: 2 }));
    const lost = found({ x: null, y: 3 }, [{ path: "x", message: "is no longer there" }]);
    await then(board, lost);
    expect([valueOf(board, "x"), valueOf(board, "y")]).toEqual([1, 3]);
    const since = board.time;
    const drift = [{ path: "x", message: "is no longer there", since }];
    expect(stateOf(board)).toMatchObject({ state: "ok", keys: 2, drift });
    const { cursor } = board.store;
    await then(board, lost);
    expect(board.store.cursor).toEqual(cursor);
    await then(board, found({ x: 7, y: 3 }));
    expect(valueOf(board, "x")).toBe(7);
    expect(stateOf(board)).not.toHaveProperty("drift");
  });

  test("[R29] a value of another type keeps the last good one, unless its rule takes anything", async () => {
    const board = await read(found({ x: 1 }));
    for (const other of ["text", [1], { a: 1 }, true]) await then(board, found({ x: other }));
    expect(valueOf(board, "x")).toBe(1);
    expect(stateOf(board)).toMatchObject({ drift: [{ path: "x", message: "was a number, and is true or false now" }] });
    await then(board, found({ x: null }));
    expect([valueOf(board, "x"), stateOf(board)]).toEqual([null, expect.not.objectContaining({ drift: [] })]);
    const loose = await read(found({ x: 1 }));
    await then(loose, found({ x: "text" }, [], true));
    expect(valueOf(loose, "x")).toBe("text");
  });

  test("[R29] after the settings changed, what comes is right", async () => {
    const board = await read(found({ x: 1 }));
    board.instant = () => found({ x: "text" });
    board.refresher.setSources([{ ...board.source("a", 60_000), settings: { mapping: [] } }]);
    await board.settle();
    expect([valueOf(board, "x"), stateOf(board)]).toEqual(["text", expect.not.objectContaining({ drift: [] })]);
  });

  test("[R28] a list that went keeps the keys of its rows", async () => {
    const board = await read(found({ "rows.1": 1, "rows.2": 2, z: 1 }));
    await then(board, found({ z: 2 }, [{ path: "rows", message: "has no list" }]));
    expect([valueOf(board, "rows.1"), valueOf(board, "rows.2"), valueOf(board, "z")]).toEqual([1, 2, 2]);
    await then(board, found({ "rows.1": 1, z: 2 }));
    expect(valueOf(board, "rows.2")).toBeUndefined();
  });

  test("[R30] a series is not drawn on while nobody knows, and holds where it was seen", async () => {
    const board = await read(found({ x: 1, y: 1 }));
    await then(board, found({ x: null, y: 2 }, [{ path: "x", message: "is gone" }]));
    await then(board, found({ x: null, y: 2 }, [{ path: "x", message: "is gone" }]));
    await then(board, found({ x: 5, y: 3 }));
    expect(recorded(board, "a.x")).toEqual([1, null, null, 5]);
    expect(recorded(board, "a.y")).toEqual([1, 2, 2, 3]);
  });

  test("[R31] a source names 20 drifts at most; one that is not named is told by their number", async () => {
    const paths = Array.from({ length: 30 }, (_, i) => `p${i}`);
    const board = await read(found(Object.fromEntries(paths.map((path) => [path, 1]))));
    await then(board, found(Object.fromEntries(paths.map((path) => [path, "text"]))));
    const state = stateOf(board);
    expect(state).toMatchObject({
      drift: expect.arrayContaining([{ path: "", message: "11 more", since: board.time }]),
    });
    expect(state).toHaveProperty("drift.length", 20);
  });
});
