import { expect, test } from "vitest";
import type { Json } from "../json";
import type { Timers } from "../ports";
import { ModelDashboard } from "../testing/model-dashboard";
import { COMMENT_EVERY, END_GRACE, EventOutlet } from "./event-outlet";
import { frameHead } from "./frame-head";

/** A stream into a room, whose reader takes what is written when the test says so. */
function setup({ since = null, keys = ["a.*"] }: { since?: string | null; keys?: string[] } = {}) {
  const model = new ModelDashboard();
  const written: string[] = [];
  const taken: (() => void)[] = [];
  const refused: (() => void)[] = [];
  const ends: string[] = [];
  const laters: { at: number; callback: () => void }[] = [];
  const timers: Pick<Timers, "after"> = {
    after: (milliseconds, callback) => {
      const later = { at: model.time + milliseconds, callback };
      laters.push(later);
      return () => void (laters.includes(later) && laters.splice(laters.indexOf(later), 1));
    },
  };
  const sink = {
    write: (text: string) => {
      written.push(text);
      return new Promise<void>((resolve, reject) => {
        taken.push(resolve);
        refused.push(() => reject(new Error("gone")));
      });
    },
    end: () => ends.push("end"),
    abort: () => ends.push("abort"),
  };
  const outlet = new EventOutlet(sink, {
    timers,
    since,
    took: (ack) => model.room.acked(member, ack),
    life: 300_000,
    outlived: () => model.room.dismiss(member, "restarting", "five minutes", 100),
    over: () => model.room.leave("r"),
  });
  const terms = { userId: "u", name: "u", role: "viewer", sessionId: "s", sessionEnds: 9e15 } as const;
  const member = model.room.admit("r", { kind: "member", ...terms }, outlet);
  const question = { type: "subscribe", id: "events", keys, ...(since === null ? {} : { since }) };
  const subscribe = () => model.room.receive(member, JSON.stringify(question));
  const take = async () => {
    for (const one of taken.splice(0)) one();
    await model.settle();
  };
  const commit = (value: Json, key = "a.n") => {
    const writes = [{ key, value, meta: { kind: "value" } as const }];
    model.room.commit({ at: ++model.time, writes, removes: [], lastCheck: null, interval: 0 });
    model.merge();
  };
  const pass = async (milliseconds: number) => {
    model.time += milliseconds;
    for (const due of laters.filter(({ at }) => at <= model.time)) {
      laters.splice(laters.indexOf(due), 1);
      due.callback();
    }
    await model.settle();
  };
  return { model, member, outlet, written, ends, subscribe, take, commit, pass, refuse: () => refused.at(-1)?.() };
}

const eventsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(/(?<=^event: ).*$/gm) ?? []);

test("[T4] one write is outstanding; what is committed meanwhile comes as one step", async () => {
  const { written, subscribe, take, commit, member } = setup();
  subscribe();
  expect(written).toEqual(["retry: 3000\n\n"]);
  await take();
  for (let n = 1; n <= 50; n++) commit({ n, text: "x".repeat(10_000) });
  expect(eventsOf(written)).toEqual(["snapshot"]);
  expect(member.outbox.bytes).toBeLessThan(1_000);
  await take();
  expect(eventsOf(written)).toEqual(["snapshot", "data_update"]);
  expect(written.at(-1)).toContain('"n":50');
  await take();
  expect(member.outbox.bytes).toBe(0);
});

test("[T1] a quiet stream has a comment every 15 s, one that is not read has none", async () => {
  const { written, subscribe, take, pass } = setup();
  subscribe();
  await take();
  await take();
  await pass(COMMENT_EVERY);
  expect(written.at(-1)).toBe(":\n\n");
  await pass(COMMENT_EVERY);
  await pass(COMMENT_EVERY);
  expect(written.filter((text) => text.startsWith(":"))).toHaveLength(1);
  await take();
  await pass(COMMENT_EVERY);
  expect(written.filter((text) => text.startsWith(":"))).toHaveLength(2);
});

test("[T4] of beats that a reader had no room for, it hears the newest, after the step that was before it", async () => {
  const { model, written, subscribe, take, commit } = setup({ keys: ["a.*", "$sources.a"] });
  subscribe();
  await take();
  await take();
  commit(1);
  for (const at of [1, 2, 3]) model.hub.beat({ at, checked: { a: at }, due: { a: at }, next: 5_000 });
  await take();
  await take();
  expect(eventsOf(written)).toEqual(["snapshot", "data_update", "beat"]);
  expect(written.at(-1)).toContain('"at":3');
});

test("[T6] who is dismissed gets nothing but the bye that says why; then the stream ends", async () => {
  const { model, member, written, ends, subscribe, take, commit } = setup();
  subscribe();
  await take();
  await take();
  commit("taken");
  commit("behind");
  model.room.dismiss(member, "session_revoked", "signed out", 100);
  await take();
  await take();
  expect(eventsOf(written)).toEqual(["snapshot", "data_update", "bye"]);
  expect(written.at(-1)).toBe('event: bye\ndata: {"type":"bye","code":4501,"reason":"signed out","after":100}\n\n');
  expect(ends).toEqual(["end"]);
});

test("[T6] who does not read is not waited for: a second later the stream is cut", async () => {
  const { model, member, written, ends, subscribe, take, pass } = setup();
  subscribe();
  await take();
  model.room.dismiss(member, "forbidden", "no longer a member");
  await pass(END_GRACE);
  expect(ends).toEqual(["abort"]);
  await take();
  expect(eventsOf(written)).toEqual(["snapshot"]);
});

test("[T6] a response ends when its time is over, and says when to come back", async () => {
  const { written, ends, subscribe, take, pass } = setup();
  subscribe();
  await take();
  await take();
  await pass(299_999);
  await take();
  expect(eventsOf(written)).toEqual(["snapshot"]);
  await pass(1);
  await take();
  expect(written.at(-1)).toContain('"code":4000,"reason":"five minutes","after":100}');
  expect(ends).toEqual(["end"]);
  const all = written.length;
  await pass(1_000_000);
  expect([written.length, ends]).toEqual([all, ["end"]]);
});

test("[T5] a write that fails is a reader that left, and nothing is written after", async () => {
  const { model, written, subscribe, take, commit, pass, refuse } = setup();
  subscribe();
  await take();
  refuse();
  await model.settle();
  expect(model.room.members.size).toBe(0);
  commit(1);
  await pass(COMMENT_EVERY);
  expect(eventsOf(written)).toEqual(["snapshot"]);
});

test("[T3] a catch-up that could not be honoured is announced once, before the whole", async () => {
  const { written, subscribe, take, commit } = setup({ since: "bbbbbbbb:7" });
  for (const key of ["a.1", "a.2"]) commit("x".repeat(200_000), key);
  subscribe();
  for (let i = 0; i < 4; i++) await take();
  expect(eventsOf(written)).toEqual(["realtime.reset", "snapshot", "snapshot"]);
  expect(written[1]).toContain(
    'event: realtime.reset\ndata: {"reason":"epoch","lastKnownId":"bbbbbbbb:7"}\n\nevent: snapshot\ndata',
  );
  expect(written[2]).toMatch(/^event: snapshot\nid: abcdefgh:2\ndata: /);
});

test("[T1] where a frame moves to is read off its beginning, whatever is in it", () => {
  const model = new ModelDashboard();
  const frames: string[] = [];
  const outlet = { send: (frame: string) => frames.push(frame), close: () => {} };
  const member = model.room.admit("r", { kind: "visitor", address: "192.0.2.1" }, outlet);
  model.room.welcome(member);
  model.room.receive(
    member,
    JSON.stringify({ type: "subscribe", id: "events", keys: ["server.*"], since: "bbbbbbbb:7" }),
  );
  const writes = [{ key: "server.n", value: '","cursor":"evil', meta: { kind: "value" } as const }];
  model.room.commit({ at: 1, writes, removes: [], lastCheck: null, interval: 0 });
  model.room.receive(member, "nonsense");
  expect(frames.map(frameHead)).toEqual([
    { type: "welcome", cursor: null },
    { type: "snapshot", cursor: "abcdefgh:0", part: 1, isWhole: true, reason: "epoch" },
    { type: "data_update", cursor: "abcdefgh:1", part: null, isWhole: true, reason: null },
    { type: "error", cursor: null },
  ]);
});
