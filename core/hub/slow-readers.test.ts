import { describe, expect, test } from "vitest";
import { apply } from "../delta/apply";
import type { Json } from "../json";
import { ACK_FRAMES } from "../protocol/ack";
import { closeCodes } from "../protocol/bye";
import { ModelDashboard } from "../testing/model-dashboard";
import { defaultLimits, MAX_WAITING_REQUESTS, TOO_SLOW_AFTER } from "./limits";

const series = { kind: "series" } as const;
const text = (length: number, fill = "x") => fill.repeat(length);

function setup(patterns = ["a.*"]) {
  const board = new ModelDashboard();
  const reader = board.connect("slow", patterns);
  const snapshot = reader.heard.find((frame) => frame.type === "snapshot");
  reader.say({ type: "ack", cursor: snapshot?.cursor, part: 1 });
  reader.heard.length = 0;
  const write = (key: string, value: Json, kind: "value" | "series" = "value") =>
    board.room.commit({
      at: ++board.time,
      writes: [{ key, value, meta: { kind } }],
      removes: [],
      lastCheck: null,
      interval: 0,
    });
  const remove = (key: string) =>
    board.room.commit({ at: ++board.time, writes: [], removes: [key], lastCheck: null, interval: 0 });
  const updates = () => reader.heard.filter((frame) => frame.type === "data_update");
  const ackLast = () => reader.say({ type: "ack", cursor: updates().at(-1)?.cursor });
  /** One step each, as quiet commits are. */
  const steps = (count: number, from = 0) => {
    for (let i = from; i < from + count; i++) {
      write("a.n", i, "series");
      board.merge();
    }
  };
  return { board, reader, write, remove, updates, ackLast, steps };
}

describe("a reader that does not acknowledge", () => {
  test("[B1] is behind after 64 frames and gets nothing more", () => {
    const { reader, steps, updates } = setup();
    steps(100);
    expect(updates()).toHaveLength(64);
    expect(reader.member.outbox.behind?.cursor).toEqual({ epoch: "abcdefgh", seq: 64 });
  });

  test("[B1] is behind before 256 kB are outstanding", () => {
    const { write, board, reader, updates } = setup();
    for (let i = 0; i < 20; i++) {
      write("a.text", text(30_000, String(i % 10)));
      board.merge();
    }
    expect(updates()).toHaveLength(8);
    expect(reader.member.outbox.bytes).toBeLessThanOrEqual(defaultLimits.outstandingBytes);
  });

  test("[B2] with nothing outstanding is sent one frame of any size", () => {
    const { write, board, updates } = setup();
    write("a.text", text(900_000));
    board.merge();
    write("a.text", "small");
    expect(updates()).toHaveLength(1);
  });

  test("[B3] is brought up to date in one step from where it stood when half is acknowledged", () => {
    const { board, reader, steps, write, remove, updates } = setup();
    write("a.gone", 1);
    board.merge();
    steps(70);
    write("a.new", 7);
    remove("a.gone");
    board.merge();
    const [first] = updates();
    const sent = updates().length;
    reader.say({ type: "ack", cursor: first?.cursor });
    board.merge();
    expect(updates(), "one frame is not half").toHaveLength(sent);
    reader.say({ type: "ack", cursor: updates()[ACK_FRAMES]?.cursor });
    expect(updates()).toHaveLength(sent + 1);
    const step = updates().at(-1);
    expect(step).toMatchObject({ from: updates()[sent - 1]?.cursor, cursor: "abcdefgh:73" });
    expect(step?.updates.map(({ key }) => key).sort()).toEqual(["a.gone", "a.n", "a.new"]);
    expect(step?.updates.find(({ key }) => key === "a.n")).toMatchObject({ value: 69, rev: 71 });
    expect(step?.updates.find(({ key }) => key === "a.gone")).toMatchObject({ removed: true });
    expect(reader.member.outbox.behind).toBeNull();
  });

  test("[B4] loses no point of a series on the way", () => {
    const { board, reader, steps, updates } = setup();
    steps(100);
    board.merge();
    reader.say({ type: "ack", cursor: updates().at(-1)?.cursor });
    const points = updates().flatMap(({ updates: [update] }) => {
      if (!update || !("value" in update)) return [];
      return update.points?.map(([, value]) => value) ?? [update.value];
    });
    expect([...new Set(points)]).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  test("[B5] is closed with 4008 when it shows no progress for 30 s, and not before", () => {
    const { board, reader, steps, updates } = setup();
    steps(70);
    board.time += TOO_SLOW_AFTER - 1_000;
    board.room.dismissLate();
    reader.say({ type: "ack", cursor: updates()[1]?.cursor });
    board.time += TOO_SLOW_AFTER - 1;
    board.room.dismissLate();
    expect(reader.closed).toEqual([]);
    board.time += 1;
    board.room.dismissLate();
    expect(reader.closed).toEqual([closeCodes.too_slow]);
    expect(reader.heard.at(-1)).toMatchObject({ type: "bye", code: closeCodes.too_slow });
  });

  test("[B6] does not hold up the others", () => {
    const { board, steps } = setup();
    const other = board.connect("other", ["a.*"]);
    const heard = () => other.heard.filter((frame) => frame.type === "data_update");
    for (let i = 0; i < 10; i++) {
      steps(20, i * 20);
      other.say({ type: "ack", cursor: heard().at(-1)?.cursor });
    }
    expect(heard()).toHaveLength(200);
  });

  test("[B7] hears no beats while it is behind", () => {
    const { board, reader, steps } = setup();
    steps(70);
    board.hub.beat({ at: board.time, checked: { a: 1 }, due: { a: 2 }, next: 5_000 });
    expect(reader.heard.some(({ type }) => type === "beat")).toBe(false);
  });

  test("[B8] is patched over what it holds after its catch-up", () => {
    const { board, write, updates, ackLast, steps } = setup();
    const table = (n: number) =>
      Array.from({ length: 30 }, (_, id) => ({ id, n: id === 3 ? n : 0, words: "of a row" }));
    write("a.t", table(0));
    board.merge();
    steps(80);
    write("a.t", table(1));
    board.merge();
    ackLast();
    write("a.t", table(2));
    const update = updates().at(-1)?.updates[0];
    if (!update || !("patch" in update)) throw new Error("no patch came");
    expect(apply(table(1), update.patch)).toEqual({ ok: true, value: table(2) });
    expect(update.base).toBe(
      updates()
        .at(-2)
        ?.updates.find(({ key }) => key === "a.t")?.rev,
    );
  });

  test("[B9] acknowledging what was never sent, or is of another epoch, changes nothing", () => {
    const { board, reader, steps } = setup();
    steps(64);
    const { bytes } = reader.member.outbox;
    for (const cursor of ["zzzzzzzz:9", "abcdefgh:0"]) reader.say({ type: "ack", cursor });
    reader.say({ type: "ack", cursor: "abcdefgh:3", part: 7 });
    expect(reader.member.outbox.bytes).toBe(bytes);
    expect(board.room.members.size).toBe(1);
  });
});

describe("an answer in parts", () => {
  function large() {
    const board = new ModelDashboard();
    const writes = Array.from({ length: 30 }, (_, i) => ({
      key: `a.k${i}`,
      value: text(30_000, String(i % 10)),
      meta: { kind: "value" as const },
    }));
    board.room.commit({ at: 1, writes, removes: [], lastCheck: null, interval: 0 });
    return board;
  }

  test("[B10] steps wait for its last part, and come as one from where the answer stands", () => {
    const board = large();
    const { heard, say } = board.connect("r", ["a.*"]);
    board.merge();
    const write = (value: number) =>
      board.room.commit({
        at: 2,
        writes: [{ key: "a.k0", value, meta: series }],
        removes: [],
        lastCheck: null,
        interval: 0,
      });
    for (let part = 1; part <= 4; part++) {
      write(part);
      board.merge();
      expect(heard.some(({ type }) => type === "data_update")).toBe(false);
      say({ type: "ack", cursor: "abcdefgh:1", part });
      board.merge();
    }
    const steps = heard.filter((frame) => frame.type === "data_update");
    expect(steps).toMatchObject([{ from: "abcdefgh:1", cursor: "abcdefgh:5", updates: [{ key: "a.k0", value: 4 }] }]);
  });

  test("[B11] what is asked meanwhile is answered after it, in the order it was asked", () => {
    const board = large();
    const { heard, say } = board.connect("r", ["a.*"]);
    say({ type: "unsubscribe", id: "u", keys: ["a.*"] });
    say({ type: "resync", id: "s", keys: ["a.k1"] });
    for (let part = 1; part <= 4; part++) say({ type: "ack", cursor: "abcdefgh:1", part });
    const order = heard.flatMap((frame) => ("id" in frame ? [frame.id] : []));
    expect(order).toEqual(["1", "1", "1", "1", "u", "s"]);
  });

  test("[B12] so many requests may wait; more close the connection with 4029", () => {
    const board = large();
    const { say, closed } = board.connect("r", ["a.*"]);
    for (let i = 0; i < MAX_WAITING_REQUESTS; i++) say({ type: "unsubscribe", id: `u${i}`, keys: ["b"] });
    expect(closed).toEqual([]);
    say({ type: "unsubscribe", id: "one more", keys: ["b"] });
    expect(closed).toEqual([closeCodes.rate_limited]);
  });

  test("[B13] is written once for all who ask the same from the same place", () => {
    const board = large();
    const frames = ["r1", "r2"].map((id) => board.connect(id, ["a.k1", "a.k2"]).heard.at(-1));
    expect(frames[0]).toEqual(frames[1]);
    board.room.commit({
      at: 2,
      writes: [{ key: "a.k1", value: 5, meta: series }],
      removes: [],
      lastCheck: null,
      interval: 0,
    });
    const [later] = board.connect("r3", ["a.k1", "a.k2"]).heard;
    expect(later).toMatchObject({ cursor: "abcdefgh:2" });
    expect(later?.type === "snapshot" && later.values.find(({ key }) => key === "a.k1")?.value).toBe(5);
  });
});

test("[B14] all readers together hold no more than the room's cap, and those that hold most are stopped first", () => {
  const board = new ModelDashboard({ ...defaultLimits, outstandingBytesOfAll: 400_000 });
  const readers = ["a", "b", "c", "d"].map((id) => board.connect(id, id === "a" ? ["x.*", "y.*"] : ["y.*"]));
  for (const { say } of readers) say({ type: "ack", cursor: "abcdefgh:0", part: 1 });
  const write = (key: string, fill: string) => {
    board.room.commit({
      at: ++board.time,
      writes: [{ key, value: text(20_000, fill), meta: { kind: "value" } }],
      removes: [],
      lastCheck: null,
      interval: 0,
    });
    board.merge();
  };
  for (let i = 0; i < 6; i++) write("x.k", String(i));
  const behind = () => readers.map(({ member }) => member.outbox.behind !== null);
  for (let i = 0; i < 3; i++) write("y.k", String(i));
  expect(behind()).toEqual([true, false, false, false]);
  for (let i = 3; i < 9; i++) write("y.k", String(i));
  expect(behind()).toEqual([true, true, true, true]);
  const held = readers.reduce((sum, { member }) => sum + member.outbox.bytes, 0);
  expect(held).toBeLessThanOrEqual(400_000);
});

test("[B15] nothing leaves while rights are not known; all of it does when they are", () => {
  const { board, write, updates, reader } = setup();
  board.cleared = false;
  write("a.x", 1);
  board.merge();
  reader.say({ type: "subscribe", id: "2", keys: ["b.*"] });
  expect(reader.heard).toEqual([]);
  board.cleared = true;
  board.room.release();
  expect(reader.heard.map(({ type }) => type)).toEqual(["data_update", "snapshot"]);
  write("a.x", 2);
  board.merge();
  expect(updates()).toHaveLength(2);
});
