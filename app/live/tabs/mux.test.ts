import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../../core/hub/limits";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import type { Snapshot } from "../../../core/protocol/snapshot";
import type { Up } from "../../../core/protocol/up";
import type { Welcome } from "../../../core/protocol/welcome";
import type { Ending } from "../connection-state";
import type { LineEvents, LineFrame } from "../lines/line";
import { Mux } from "./mux";

const welcome: Welcome = {
  type: "welcome",
  version: 1,
  cursor: "epochaaa:1",
  principal: { kind: "member", id: "u", name: "U", role: "editor" },
  limits: defaultLimits,
  pingEvery: 25_000,
  serverTime: 5_000_000,
};

function listener() {
  const heard: (LineFrame | Ending | "welcome" | "crowded")[] = [];
  return {
    heard,
    welcomed: () => heard.push("welcome"),
    received: (frame: LineFrame) => heard.push(frame),
    ended: (ending: Ending) => heard.push(ending),
    crowded: () => heard.push("crowded"),
  };
}

/** Two tabs on a line whose far end is the test. */
function twoTabs() {
  const up: Up[] = [];
  const far: { events: LineEvents | null } = { events: null };
  const tabs = { a: listener(), b: listener() };
  const openLine = (events: LineEvents) => {
    far.events = events;
    return { send: (frame: Up) => up.push(frame), close() {}, giveUp() {}, check() {} };
  };
  const mux = new Mux(openLine, new FakeTime(), "a", tabs.a);
  mux.add("b", tabs.b);
  far.events?.welcomed(welcome, "WebSocket");
  const bring = (frame: LineFrame) => far.events?.received(frame);
  const subscribe = (tab: "a" | "b", ...keys: string[]) => mux.send(tab, { type: "subscribe", id: "r1", keys });
  /** Answers the newest request. */
  const answer = (seq: number, part: Partial<Snapshot> = {}) => {
    const asked = up.at(-1);
    if (!asked || !("id" in asked)) throw new Error("Nobody asked.");
    const empty = { values: [], removed: [], checked: {}, due: {} };
    bring({
      type: "snapshot",
      id: asked.id,
      cursor: `epochaaa:${seq}`,
      full: true,
      part: 1,
      parts: 1,
      ...empty,
      ...part,
    });
  };
  const step = (seq: number, ...keys: string[]) =>
    bring({
      type: "data_update",
      from: `epochaaa:${seq - 1}`,
      cursor: `epochaaa:${seq}`,
      timestamp: 1,
      updates: keys.map((key) => ({ key, rev: seq, at: 1, value: seq })),
    });
  return { mux, up, far, tabs, bring, subscribe, answer, step };
}

const keysHeard = (heard: readonly unknown[]) =>
  (heard as LineFrame[]).flatMap((frame) =>
    frame.type === "data_update" ? [frame.updates.map(({ key }) => key)] : [],
  );

describe("[TAB2] a step", () => {
  test("is for a tab only once all of its answer is there, and then only in what it asked for", () => {
    const { tabs, subscribe, answer, step } = twoTabs();
    subscribe("a", "x.*");
    answer(1);
    subscribe("b", "x.0", "y.*");
    step(2, "x.0");
    answer(2, { part: 1, parts: 2 });
    step(3, "x.0");
    answer(3, { part: 2, parts: 2 });
    step(4, "x.0", "x.1", "y.0", "z.0");
    step(5, "z.0");
    expect(keysHeard(tabs.a.heard)).toEqual([["x.0"], ["x.0"], ["x.0", "x.1"]]);
    expect(keysHeard(tabs.b.heard)).toEqual([["x.0", "y.0"]]);
  });

  test("is for nobody after the line was replaced underneath, until it is answered anew", () => {
    const { far, up, tabs, subscribe, answer, step, bring } = twoTabs();
    subscribe("a", "x.*");
    answer(1);
    subscribe("b", "x.*");
    const before = up.at(-1);
    far.events?.welcomed(welcome, "SSE");
    for (const { heard } of Object.values(tabs)) {
      expect(heard.at(-1)).toBe("welcome");
      heard.length = 0;
    }
    step(2, "x.0");
    bring({ type: "beat", at: 5, next: 5_000, checked: {}, due: { x: 3 } });
    if (before?.type === "subscribe")
      bring({ type: "error", id: before.id, code: "bad_input", message: "", retry: "never" });
    expect([tabs.a.heard, tabs.b.heard]).toEqual([[], []]);
    subscribe("b", "x.*");
    answer(2);
    step(3, "x.0");
    expect(keysHeard(tabs.b.heard)).toEqual([["x.0"]]);
    expect(tabs.a.heard).toEqual([]);
  });
});

describe("[TAB3] a pattern", () => {
  test("is still wanted where another tab waits for its answer", () => {
    const { mux, up, tabs, subscribe, answer } = twoTabs();
    subscribe("a", "x.*");
    answer(1);
    subscribe("b", "x.*");
    mux.send("a", { type: "unsubscribe", id: "r2", keys: ["x.*"] });
    expect(up.map(({ type }) => type)).toEqual(["subscribe", "subscribe"]);
    expect(tabs.a.heard.at(-1)).toEqual({ type: "unsubscribed", id: "r2" });
  });

  test("that was taken back before its answer came is not followed", () => {
    const { mux, up, tabs, subscribe, answer, step } = twoTabs();
    subscribe("a", "x.*", "y.*");
    const asked = up.at(-1);
    mux.send("a", { type: "unsubscribe", id: "r2", keys: ["x.*"] });
    expect(up.at(-1)).toMatchObject({ type: "unsubscribe", keys: ["x.*"] });
    if (asked) up.push(asked);
    answer(1);
    step(2, "x.0", "y.0");
    expect(keysHeard(tabs.a.heard)).toEqual([["y.0"]]);
  });

  test("goes with its tab, answered or not", () => {
    const { mux, up, subscribe, answer } = twoTabs();
    subscribe("a", "x.*");
    answer(1);
    subscribe("b", "x.*", "y.*");
    answer(1);
    subscribe("b", "z.*");
    mux.remove("b");
    expect(up.at(-1)).toMatchObject({ type: "unsubscribe", keys: ["y.*", "z.*"] });
  });
});

test("[TAB2] a beat tells a tab of the sources that it asked about, and nothing to one that asked about none", () => {
  const { tabs, subscribe, answer, bring } = twoTabs();
  subscribe("a", "x.*");
  answer(1);
  subscribe("b", "$sources.y");
  answer(1);
  const beat = { type: "beat", at: 5, next: 5_000 } as const;
  bring({ ...beat, checked: { x: 1, y: 2 }, due: { x: 3, y: 4, z: 5 } });
  bring({ ...beat, checked: {}, due: { z: 5 } });
  expect(tabs.a.heard.at(-1)).toEqual({ ...beat, checked: { x: 1 }, due: { x: 3 } });
  expect(tabs.b.heard.at(-1)).toEqual({ ...beat, checked: { y: 2 }, due: { y: 4 } });
});

test("[TAB2] an answer goes to whoever asked, under the id that it asked by; what concerns the line goes to all", () => {
  const { mux, up, tabs, bring } = twoTabs();
  mux.send("b", { type: "resync", id: "r7", keys: ["x.0"] });
  const [asked] = up;
  if (asked?.type !== "resync") throw new Error("It was not passed on.");
  bring({ type: "error", id: asked.id, code: "unavailable", message: "", retry: "later" });
  mux.send("b", { type: "set", id: "w1", key: "x.0", value: 1 });
  expect(up.at(-1)).toEqual({ type: "set", id: "w1", key: "x.0", value: 1 });
  bring({ type: "done", id: "w1", cursor: "epochaaa:2", rev: 2 });
  expect(tabs.a.heard).toEqual(["welcome"]);
  expect(tabs.b.heard.slice(1)).toMatchObject([
    { type: "error", id: "r7" },
    { type: "done", id: "w1" },
  ]);
  bring({ type: "error", code: "rate_limited", message: "", retry: "later" });
  for (const { heard } of Object.values(tabs)) expect(heard.at(-1)).toMatchObject({ code: "rate_limited" });
});

test("[TAB10] where the tabs are is told together, a place of each before the second of any, and of none that is gone", () => {
  const { mux, up, far, tabs, bring } = twoTabs();
  const many = Array.from({ length: 16 }, (_, i) => ({ board: "b1", panel: `p${i}` }));
  mux.send("a", { type: "presence", id: "places", places: many });
  mux.send("b", { type: "presence", id: "places", places: [{ board: "b2" }] });
  expect(up.at(-1)).toEqual({
    type: "presence",
    id: "places",
    places: [many[0], { board: "b2" }, ...many.slice(1, 15)],
  });
  bring({ type: "error", id: "places", code: "bad_input", message: "", retry: "never" });
  expect([tabs.a.heard.at(-1), tabs.b.heard.at(-1)]).toMatchObject(["welcome", { type: "error" }]);
  mux.remove("b");
  expect(up.at(-1)).toEqual({ type: "presence", id: "places", places: many });
  far.events?.welcomed(welcome, "SSE");
  mux.add("c", tabs.b);
  mux.send("c", { type: "presence", id: "places", places: [{ board: "b2" }] });
  expect(up.at(-1)).toMatchObject({ places: [{ board: "b2" }] });
});
