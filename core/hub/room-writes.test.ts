import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { WriteRequest } from "../live-object";
import { type Down, down } from "../protocol/down";
import { EDITABLE } from "../sources/written";
import { ModelDashboard } from "../testing/model-dashboard";
import { member, program } from "../testing/write-desk";

/** A workspace with a list that people write, and a source that is asked. */
function desk() {
  const board = new ModelDashboard();
  board.refresher.setSources([{ ...board.source("todo"), kind: EDITABLE }, board.source("node")]);
  board.merge();
  const join = (id: string, role: "editor" | "viewer" = "editor") => {
    const heard: Down[] = [];
    const outlet = { send: (text: string) => heard.push(v.parse(down, JSON.parse(text))), close: () => {} };
    const who = board.room.admit(id, member(id, role), outlet);
    const say = (frame: unknown) => board.room.receive(who, JSON.stringify(frame));
    say({ type: "subscribe", id: "s", keys: ["todo.*"] });
    heard.length = 0;
    return { heard, say, who };
  };
  return { board, join };
}

describe("writing over a connection", () => {
  test("[W15] the writer has the step before it hears that it is done, also within a merge window", () => {
    const { join } = desk();
    const [ada, bob] = [join("ada"), join("bob")];
    ada.say({ type: "set", id: "1", key: "todo.a", value: 1 });
    ada.say({ type: "append", id: "2", key: "todo.log", data: "hello" });
    expect(ada.heard.map(({ type }) => type)).toEqual(["data_update", "done", "data_update", "done"]);
    expect(ada.heard[1]).toEqual({ type: "done", id: "1", cursor: "abcdefgh:3", rev: 3 });
    expect(bob.heard).toEqual([ada.heard[0], ada.heard[2]]);
    expect(bob.heard[1]).toMatchObject({ updates: [{ key: "todo.log", value: [{ data: "hello" }] }] });
  });

  test("[W5] a conflict brings the key as it stands, to the one who wrote alone", () => {
    const { join } = desk();
    const [ada, bob] = [join("ada"), join("bob")];
    ada.say({ type: "set", id: "1", key: "todo.a", value: null, ifRev: 3 });
    expect(ada.heard).toMatchObject([
      { type: "error", id: "1", code: "conflict", retry: "now", current: { rev: 0, value: null } },
    ]);
    ada.say({ type: "set", id: "2", key: "todo.a", value: null, ifRev: 0 });
    bob.say({ type: "set", id: "1", key: "todo.a", value: 2, ifRev: 0 });
    expect(bob.heard.at(-1)).toMatchObject({ type: "error", code: "conflict", current: { rev: 3, value: null } });
    expect(ada.heard.at(-1)).toMatchObject({ type: "done", id: "2" });
  });

  test("[W1] who may not is told so, and nobody else hears of it", () => {
    const { board, join } = desk();
    const [ada, eve] = [join("ada"), join("eve", "viewer")];
    eve.say({ type: "set", id: "1", key: "todo.a", value: 1 });
    ada.say({ type: "set", id: "1", key: "node.load", value: 1 });
    expect(eve.heard).toMatchObject([{ type: "error", id: "1", code: "forbidden" }]);
    expect(ada.heard).toMatchObject([{ type: "error", id: "1", code: "read_only" }]);
    expect(board.store.keysOf("todo")).toEqual([]);
  });

  test("[W18] a reader counts once, however many of the keys it wants; one that wants or may read none does not", () => {
    const { board, join } = desk();
    join("ada");
    join("bob").say({ type: "subscribe", id: "s2", keys: ["todo.a"] });
    const visitor = board.room.admit(
      "v",
      { kind: "visitor", address: "192.0.2.1" },
      { send: () => {}, close: () => {} },
    );
    board.room.receive(visitor, JSON.stringify({ type: "subscribe", id: "s", keys: ["todo.*"] }));
    const push = (request: WriteRequest) => board.room.writes.write(program("k1"), request);
    expect(push({ values: { "todo.a": 1, "todo.b": 1 } })).toMatchObject({ ok: true, delivered: 2 });
    expect(push({ values: { "todo.a": 1 } })).toMatchObject({ ok: true, delivered: 0 });
    board.room.leave("ada");
    expect(push({ remove: ["todo.a", "todo.b"] })).toMatchObject({ ok: true, delivered: 1 });
    expect(push({ values: { "node.load": 1 } })).toMatchObject({ ok: false, code: "read_only" });
  });

  test("[W11] a write that was answered on a connection that is gone is done once", () => {
    const { board, join } = desk();
    const write = { type: "append", id: "x1", key: "todo.log", data: "hello" };
    const first = join("ada");
    first.say(write);
    board.room.leave("ada");
    const again = join("ada");
    again.say(write);
    expect(again.heard).toEqual([first.heard.at(-1)]);
    expect(board.store.get("todo.log")?.value).toHaveLength(1);
  });

  test("[W16] while rights are not known a write waits; then it is decided and answered", () => {
    const { board, join } = desk();
    const ada = join("ada");
    board.cleared = false;
    ada.say({ type: "set", id: "1", key: "todo.a", value: 1 });
    expect([ada.heard, board.store.keysOf("todo")]).toEqual([[], []]);
    board.cleared = true;
    board.room.release();
    expect(ada.heard.map(({ type }) => type)).toEqual(["data_update", "done"]);
  });
});
