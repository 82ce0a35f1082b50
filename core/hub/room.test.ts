import { describe, expect, test, vi } from "vitest";
import { apply } from "../delta/apply";
import { formatCursor } from "../protocol/cursor";
import type { Down } from "../protocol/down";
import { ModelDashboard } from "../testing/model-dashboard";

const series = { kind: "series" } as const;

function set(board: ModelDashboard, values: Record<string, number>, removes: string[] = []) {
  const writes = Object.entries(values).map(([key, value]) => ({ key, value, meta: series }));
  return board.room.commit({ at: board.time, writes, removes, lastCheck: null, interval: 2_000 });
}

function of<T extends Down["type"]>(heard: Down[], type: T): Extract<Down, { type: T }>[] {
  return heard.filter((frame): frame is Extract<Down, { type: T }> => frame.type === type);
}

describe("subscribing", () => {
  test("[H1] a first subscribe brings everything that matches, and nothing else", () => {
    const board = new ModelDashboard();
    set(board, { "a.x": 1, "a.y": 2, "b.z": 3 });
    const { heard } = board.connect("r", ["a.*"]);
    expect(of(heard, "snapshot")).toMatchObject([{ id: "1", full: true, reason: "first", part: 1, parts: 1 }]);
    expect(of(heard, "snapshot")[0]?.values.map(({ key }) => key)).toEqual(["a.x", "a.y"]);
  });

  test("[H2] a resume brings what changed and what went since", () => {
    const board = new ModelDashboard();
    set(board, { "a.x": 1, "a.y": 2 });
    const reader = board.connect("r", []);
    set(board, { "a.x": 5 }, ["a.y"]);
    reader.say({ type: "subscribe", id: "2", keys: ["a.*"], since: "abcdefgh:1" });
    const [snapshot] = of(reader.heard, "snapshot");
    expect(snapshot).toMatchObject({ full: false, cursor: "abcdefgh:2", removed: ["a.y"] });
    expect(snapshot?.values).toMatchObject([{ key: "a.x", rev: 2, value: 5 }]);
  });

  test("[H3] a large snapshot comes in parts of at most 256 kB, all of one cursor", () => {
    const board = new ModelDashboard();
    const writes = Array.from({ length: 30 }, (_, i) => ({
      key: `a.k${i}`,
      value: "x".repeat(30_000),
      meta: { kind: "value" as const },
    }));
    board.room.commit({ at: 1, writes, removes: [], lastCheck: null, interval: 0 });
    const { heard, say } = board.connect("r", ["a.*"]);
    const parts = () => of(heard, "snapshot");
    for (let part = 1; part <= 4; part++) {
      expect(parts(), "one part is outstanding at a time").toHaveLength(part);
      say({ type: "ack", cursor: parts()[0]?.cursor, part });
    }
    expect(parts().map(({ part, parts: all }) => [part, all])).toEqual([1, 2, 3, 4].map((part) => [part, 4]));
    expect(new Set(parts().map(({ cursor }) => cursor)).size).toBe(1);
    expect(parts().flatMap(({ values }) => values)).toHaveLength(30);
    expect(parts().every((part) => JSON.stringify(part).length < 257 * 1024)).toBe(true);
  });

  test("[H4] a new key that matches appears by itself, with its meta", () => {
    const board = new ModelDashboard();
    const { heard } = board.connect("r", ["a.*"]);
    set(board, { "a.new": 1 });
    expect(of(heard, "data_update")[0]?.updates).toEqual([
      { key: "a.new", rev: 1, at: board.time, value: 1, meta: series },
    ]);
    board.merge();
    set(board, { "a.new": 2 });
    expect(of(heard, "data_update")[1]?.updates).toEqual([{ key: "a.new", rev: 2, at: board.time, value: 2 }]);
  });

  test("[H5] after `unsubscribed`, nothing of those keys", () => {
    const board = new ModelDashboard();
    const { heard, say } = board.connect("r", ["a.*", "b.*"]);
    say({ type: "unsubscribe", id: "9", keys: ["a.*"] });
    expect(heard.at(-1)).toEqual({ type: "unsubscribed", id: "9" });
    set(board, { "a.x": 1, "b.x": 1 });
    expect(of(heard, "data_update").flatMap(({ updates }) => updates.map(({ key }) => key))).toEqual(["b.x"]);
  });

  test("[H6] two patterns that match one key bring it once", () => {
    const board = new ModelDashboard();
    const { heard } = board.connect("r", ["a.*", "a.x", "*"]);
    set(board, { "a.x": 1 });
    expect(of(heard, "data_update")).toHaveLength(1);
    expect(of(heard, "data_update")[0]?.updates).toHaveLength(1);
  });
});

describe("publishing", () => {
  test("[H14] commits of one moment travel together: one frame with each key's last state and each series' points", () => {
    const board = new ModelDashboard();
    const { heard } = board.connect("r", ["a.*"]);
    set(board, { "a.x": 1 });
    set(board, { "a.x": 2, "a.y": 5 });
    board.time += 10;
    set(board, { "a.x": 3 }, ["a.y"]);
    expect(of(heard, "data_update")).toHaveLength(1);
    board.merge();
    const [first, second] = of(heard, "data_update");
    expect(first).toMatchObject({ from: "abcdefgh:0", cursor: "abcdefgh:1" });
    expect(second).toMatchObject({ from: "abcdefgh:1", cursor: "abcdefgh:3" });
    const points = [
      [board.time - 10, 2],
      [board.time, 3],
    ];
    expect(second?.updates).toMatchObject([
      { key: "a.x", rev: 3, at: board.time, value: 3, points },
      { key: "a.y", rev: 3, removed: true },
    ]);
    board.merge();
    expect(of(heard, "data_update")).toHaveLength(2);
  });

  test("[H16] a patch's base is what a reader held before the step, however many commits are in it", () => {
    const board = new ModelDashboard();
    const table = (n: number) => Array.from({ length: 20 }, (_, id) => ({ id, v: id < 2 ? n : 0, text: "some text" }));
    const write = (n: number, removes: string[] = []) =>
      board.room.commit({
        at: board.time,
        writes: removes.length > 0 ? [] : [{ key: "a.t", value: table(n), meta: { kind: "value" } }],
        removes,
        lastCheck: null,
        interval: 0,
      });
    const { heard } = board.connect("r", ["a.*"]);
    write(0);
    write(1);
    write(2);
    board.merge();
    const update = of(heard, "data_update")[1]?.updates[0];
    if (!update || !("patch" in update)) throw new Error("no patch was sent");
    expect(update).toMatchObject({ rev: 3, base: 1 });
    expect(apply(table(0), update.patch)).toEqual({ ok: true, value: table(2) });
    write(3);
    write(3, ["a.t"]);
    write(4);
    board.merge();
    expect(of(heard, "data_update").at(-1)?.updates).toEqual([
      { key: "a.t", rev: 6, at: board.time, value: table(4), meta: { kind: "value" } },
    ]);
  });

  test("[H15] an answer is never older than a frame after it: what is gathered goes out before", () => {
    const board = new ModelDashboard();
    const other = board.connect("o", ["a.*"]);
    set(board, { "a.x": 1 });
    set(board, { "a.x": 2 });
    const { heard } = board.connect("r", ["a.*"]);
    expect(of(other.heard, "data_update").at(-1)).toMatchObject({ cursor: "abcdefgh:2" });
    expect(of(heard, "snapshot")).toMatchObject([{ cursor: "abcdefgh:2" }]);
    board.merge();
    expect(of(heard, "data_update")).toEqual([]);
  });

  test("[H18] what a subscribe itself brings about is in its answer, not before it", () => {
    const board = new ModelDashboard();
    const other = board.connect("o", ["$sources.*"]);
    for (const gathered of [false, true]) {
      if (gathered) set(board, { "$sources.b": 1 });
      const tick = vi
        .spyOn(board.refresher, "tick")
        .mockImplementationOnce(() => void set(board, { "$sources.a": 7 + Number(gathered) }));
      const { heard } = board.connect(`r${gathered}`, ["$sources.*"]);
      expect(tick).toHaveBeenCalled();
      expect(heard[0]).toMatchObject({ type: "snapshot", cursor: formatCursor(board.store.cursor) });
      expect(of(other.heard, "data_update").at(-1)).toMatchObject({ updates: [{ key: "$sources.a" }] });
      board.merge();
      expect(of(heard, "data_update")).toEqual([]);
    }
  });

  test("[H7] a commit is one frame a reader, from and to exact cursors; one that wants none of it hears nothing", () => {
    const board = new ModelDashboard();
    const a = board.connect("a", ["a.*"]);
    const b = board.connect("b", ["b.*"]);
    set(board, { "a.x": 1, "a.y": 2 });
    expect(of(a.heard, "data_update")).toMatchObject([{ from: "abcdefgh:0", cursor: "abcdefgh:1" }]);
    expect(of(b.heard, "data_update")).toEqual([]);
  });

  test("[H8] what is not durable is not sent", () => {
    const board = new ModelDashboard();
    const { heard } = board.connect("r", ["a.*"]);
    board.storage.failNext = true;
    expect(() => set(board, { "a.x": 1 })).toThrow("storage is full");
    expect(of(heard, "data_update")).toEqual([]);
  });
});

test("[H17] another epoch closes everybody with 4010; who comes back is told everything", () => {
  const board = new ModelDashboard();
  set(board, { "a.x": 1 });
  const { heard, closed } = board.connect("r", ["a.*"]);
  set(board, { "a.x": 2 });
  board.room.renew("renewedx");
  board.merge();
  expect(closed).toEqual([4010]);
  expect(of(heard, "data_update").every(({ cursor }) => cursor.startsWith("abcdefgh"))).toBe(true);
  const back = board.connect("r", []);
  back.say({ type: "subscribe", id: "2", keys: ["a.*"], since: "abcdefgh:2" });
  expect(of(back.heard, "snapshot")).toMatchObject([
    { full: true, reason: "epoch", cursor: "renewedx:2", values: [{ key: "a.x", value: 2 }] },
  ]);
});

describe("rights and limits", () => {
  test("[H9] the engine's own keys are not in `*`; others' inboxes are not readable by name either", () => {
    const board = new ModelDashboard();
    set(board, { "a.x": 1, "$sources.a": 1, "$inbox.other": 1 });
    const { heard } = board.connect("r", ["*", "$inbox.*", "$sources.*"]);
    expect(
      of(heard, "snapshot")[0]
        ?.values.map(({ key }) => key)
        .sort(),
    ).toEqual(["$sources.a", "a.x"]);
    set(board, { "$inbox.other": 2 });
    expect(of(heard, "data_update")).toEqual([]);
  });

  test("[H10] a session that ran out closes with 4001 and gets no more data", () => {
    const board = new ModelDashboard();
    const { heard, closed } = board.connect("r", ["a.*"], board.time + 1_000);
    board.time += 1_000;
    set(board, { "a.x": 1 });
    expect(closed).toEqual([4001]);
    expect(of(heard, "data_update")).toEqual([]);
  });

  test("[H11] more patterns than the connection may hold are refused by name of the limit, and none is taken", () => {
    const board = new ModelDashboard();
    const { heard, say } = board.connect("r", []);
    for (let i = 0; i < 3; i++) {
      say({
        type: "subscribe",
        id: `${i}`,
        keys: Array.from({ length: 60 }, (_, n) => `a.${"k".repeat(40)}${i}_${n}`),
      });
    }
    expect(of(heard, "error")).toMatchObject([
      { id: "2", code: "too_many_patterns", message: expect.stringContaining("6144") },
    ]);
  });

  test("[H12] the 101st message of a minute is refused and the connection closed with 4029", () => {
    const board = new ModelDashboard();
    const { heard, say, closed } = board.connect("r", []);
    for (let i = 0; i < 200; i++) say({ type: "unsubscribe", id: `${i}`, keys: ["a"] });
    for (let i = 0; i < 200; i++) say({ type: "ack", cursor: "abcdefgh:0", part: 1 });
    for (let i = 0; i < 101; i++) {
      say({ type: "resync", id: `${i}`, keys: ["a"] });
      say({ type: "ack", cursor: "abcdefgh:0", part: 1 });
    }
    expect(of(heard, "snapshot")).toHaveLength(100);
    expect(of(heard, "error")).toMatchObject([{ code: "rate_limited", retry: "later" }]);
    expect(closed).toEqual([4029]);
  });

  test("[H13] a frame over 64 kB closes with 4500", () => {
    const board = new ModelDashboard();
    const { heard, say, closed } = board.connect("r", []);
    say({ type: "subscribe", id: "x".repeat(70_000), keys: ["a"] });
    expect(of(heard, "error")).toMatchObject([{ code: "frame_too_large" }]);
    expect(closed).toEqual([4500]);
  });
});
