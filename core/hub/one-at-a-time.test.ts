import * as v from "valibot";
import { expect, test } from "vitest";
import type { Json } from "../json";
import { type Down, down } from "../protocol/down";
import { ModelDashboard } from "../testing/model-dashboard";

/** A reader of `a.*` whose frames are waited for one by one, and a hand to let the one on its way arrive. */
function setup() {
  const model = new ModelDashboard();
  const heard: Down[] = [];
  const outlet = { frames: 1, send: (frame: string) => heard.push(v.parse(down, JSON.parse(frame))), close: () => {} };
  const principal = {
    kind: "member",
    userId: "u",
    name: "u",
    role: "viewer",
    sessionId: "s",
    sessionEnds: 9e15,
  } as const;
  const member = model.room.admit("r", principal, outlet);
  model.room.receive(member, JSON.stringify({ type: "subscribe", id: "1", keys: ["a.*"] }));
  const arrive = () => {
    const last = heard.at(-1);
    if (last?.type === "snapshot") model.room.acked(member, { cursor: last.cursor, part: last.part });
    if (last?.type === "data_update") model.room.acked(member, { cursor: last.cursor });
  };
  const commit = (value: Json) => {
    model.time += 1_000;
    const writes = [{ key: "a.n", value, meta: { kind: "value" } as const }];
    model.room.commit({ at: model.time, writes, removes: [], lastCheck: null, interval: 0 });
    model.merge();
  };
  return { heard, arrive, commit };
}

test("[B16] what is committed while a frame is on its way comes as one step when it has arrived", () => {
  const { heard, arrive, commit } = setup();
  expect(heard).toHaveLength(1);
  for (const value of [1, 2, 3]) commit(value);
  expect(heard).toHaveLength(1);
  arrive();
  expect(heard).toHaveLength(2);
  expect(heard[1]).toMatchObject({ type: "data_update", updates: [{ key: "a.n", value: 3 }] });
  for (const value of [4, 5]) commit(value);
  expect(heard).toHaveLength(2);
  arrive();
  expect(heard[2]).toMatchObject({ type: "data_update", updates: [{ key: "a.n", value: 5 }] });
  arrive();
  expect(heard).toHaveLength(3);
  commit(6);
  expect(heard[3]).toMatchObject({ type: "data_update", updates: [{ key: "a.n", value: 6 }] });
});
