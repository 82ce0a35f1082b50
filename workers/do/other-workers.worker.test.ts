import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { defaultLimits, TOO_SLOW_AFTER } from "../../core/hub/limits";
import { PUSH } from "../../core/sources/written";
import type { Frame } from "../../docs/examples/other-worker/deltaboard";
import { commit } from "../testing/commit";
import { abortObject, boardOf, subscribed } from "../testing/other-worker";
import { connect } from "../testing/socket";
import { addEditable } from "../testing/sources";

const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

afterEach(() => {
  vi.useRealTimers();
});

/** The object as another Worker has it, and a reader that keeps what it is told. */
function setup() {
  const id = `w-${crypto.randomUUID()}`;
  const board = boardOf(id);
  const heard: Frame[] = [];
  const hear = (frame: Frame) => void heard.push(frame);
  const of = (type: Frame["type"]) => heard.filter((frame) => frame.type === type);
  return { id, board, heard, hear, of };
}

test("[O1] another Worker is called with what is there and with each step", async () => {
  const { id, board, heard, hear } = setup();
  await commit(id, { "a.n": 1 });
  using subscription = await subscribed(board.subscribe(["a.*"], null, hear, "reader"));
  await settled(() => expect(heard.map(({ type }) => type)).toEqual(["welcome", "snapshot"]));
  expect(heard[1]).toMatchObject({ full: true, values: [{ key: "a.n", value: 1 }] });
  await commit(id, { "a.n": 2 });
  await settled(() => expect(heard[2]).toMatchObject({ updates: [{ key: "a.n", value: 2 }] }));
  await subscription.unsubscribe();
  await expect(subscription.ended()).resolves.toEqual({ code: 1000, reason: "unsubscribed" });
  await commit(id, { "a.n": 3 });
  expect(heard).toHaveLength(3);
});

test("[O2] one call is running at a time; what changes meanwhile comes in one, and nobody else waits", async () => {
  const { id, board, heard, hear, of } = setup();
  const quick: Frame[] = [];
  let go = () => {};
  let running = 0;
  const slow = async (frame: Frame) => {
    running += 1;
    expect(running).toBe(1);
    hear(frame);
    if (frame.type === "data_update") await new Promise<void>((resolve) => (go = resolve));
    running -= 1;
  };
  using _slow = await subscribed(board.subscribe(["a.*"], null, slow, "slow"));
  using _quick = await subscribed(board.subscribe(["a.*"], null, (frame) => void quick.push(frame), "quick"));
  await settled(() => expect([of("snapshot"), quick]).toMatchObject([{ length: 1 }, { length: 2 }]));
  for (let n = 1; n <= 5; n++) {
    await commit(id, { "a.n": n });
    await settled(() => expect(quick.at(-1)).toMatchObject({ updates: [{ value: n }] }));
  }
  expect(of("data_update")).toMatchObject([{ updates: [{ value: 1 }] }]);
  go();
  await settled(() => expect(of("data_update")).toHaveLength(2));
  expect(heard.at(-1)).toMatchObject({ updates: [{ key: "a.n", value: 5 }] });
  go();
});

test("[O3] a callback that throws ends the subscription, and no call follows", async () => {
  const { id, board, of, hear } = setup();
  const fails = (frame: Frame) => {
    hear(frame);
    if (frame.type === "data_update") throw new Error("no more");
  };
  using subscription = await subscribed(board.subscribe(["a.*"], null, fails, "reader"));
  await settled(() => expect(of("snapshot")).toHaveLength(1));
  await commit(id, { "a.n": 1 });
  await expect(subscription.ended()).resolves.toEqual({ code: 4012, reason: "the callback failed" });
  await commit(id, { "a.n": 2 });
  expect(of("data_update")).toHaveLength(1);
});

test("[O3] handles that are dropped end their subscriptions, and make room for others", async () => {
  const { board, hear } = setup();
  const ask = () => board.subscribe(["a.*"], null, hear, "reader");
  const all = await Promise.all(Array.from({ length: defaultLimits.socketsAUser }, ask));
  expect(await ask()).toMatchObject({
    ok: false,
    code: "too_many_sockets",
    message: "At most 20 connections for one program: close one.",
  });
  using _other = await subscribed(board.subscribe(["a.*"], null, hear, "other"));
  for (const answer of all) answer[Symbol.dispose]();
  await settled(async () => {
    using again = await ask();
    expect(again.ok).toBe(true);
  });
});

test("[O4] when the object was restarted the handle breaks, and the next subscription goes on from the cursor", async () => {
  const { id, board, hear, heard, of } = setup();
  await commit(id, { "a.n": 1, "a.m": 1 });
  using subscription = await subscribed(board.subscribe(["a.*"], null, hear, "reader"));
  const broken = subscription.ended().then(
    () => false,
    () => true,
  );
  await settled(() => expect(of("snapshot")).toHaveLength(1));
  const snapshot = heard.find((frame) => frame.type === "snapshot");
  await abortObject(id);
  expect(await broken).toBe(true);
  await commit(id, { "a.n": 2 });
  // A stub breaks with the object that it reached.
  using _again = await subscribed(boardOf(id).subscribe(["a.*"], snapshot?.cursor ?? "", hear, "reader"));
  await settled(() => expect(of("snapshot")).toHaveLength(2));
  expect(of("snapshot")[1]).toMatchObject({ full: false, values: [{ key: "a.n", value: 2 }] });
});

test("[O5] who gives no name, no pattern or no cursor is told what is wrong with it", async () => {
  const { board, hear } = setup();
  const wide = Array.from({ length: 64 }, (_, i) => `a.${i}.${"x".repeat(110)}`);
  const answers = [
    board.subscribe(["a.*"], null, hear, ""),
    board.subscribe(["a..b"], null, hear, "reader"),
    board.subscribe([], null, hear, "reader"),
    board.subscribe(["a.*"], "yesterday", hear, "reader"),
    board.subscribe(wide, null, hear, "reader"),
  ];
  const said = (await Promise.all(answers)).map((answer) => (answer.ok ? "" : answer.message));
  expect(said).toEqual([
    "A caller has a name of 1 to 64 letters, digits, _ and -.",
    expect.stringContaining("not a key pattern"),
    expect.stringContaining("keys"),
    expect.stringContaining("not a cursor"),
    "At most 6144 characters of patterns.",
  ]);
});

test("[O6] what people keep to themselves is not read", async () => {
  const { id, board, heard, hear } = setup();
  await commit(id, { "$inbox.u1": "hello", "$presence.b": 1, "a.n": 1 });
  const keys = ["*", "$inbox.*", "$presence.*", "$inbox.u1"];
  using _subscription = await subscribed(board.subscribe(keys, null, hear, "reader"));
  await settled(() => expect(heard).toHaveLength(2));
  expect(heard[1]).toMatchObject({ values: [{ key: "a.n" }] });
});

test("[O7] a call that hangs for 30 s while there is more ends the subscription", async () => {
  const { id, board, heard, hear } = setup();
  const hang = (frame: Frame) => {
    hear(frame);
    return frame.type === "data_update" ? new Promise(() => {}) : undefined;
  };
  using subscription = await subscribed(board.subscribe(["a.*"], null, hang, "reader"));
  const quick: Frame[] = [];
  using _quick = await subscribed(board.subscribe(["a.*"], null, (frame) => void quick.push(frame), "quick"));
  await settled(() => expect(heard).toHaveLength(2));
  for (const n of [1, 2]) {
    await commit(id, { "a.n": n });
    await settled(() => expect(quick.at(-1)).toMatchObject({ updates: [{ value: n }] }));
  }
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + TOO_SLOW_AFTER });
  await commit(id, { "a.n": 3 });
  expect(await subscription.ended()).toEqual({ code: 4008, reason: "too slow" });
  expect(heard).toHaveLength(3);
});

test("[O9] what another Worker publishes is written as by any program: at once, all or nothing, and once", async () => {
  const { id, board } = setup();
  await addEditable(id, "shop", PUSH);
  const reader = await connect(id);
  reader.subscribe(["shop.*"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  const write = { values: { "shop.a": 1, "shop.b": { x: 1 } }, once: "w1" };
  const first = await board.publish(write, "till");
  expect(first).toMatchObject({ ok: true, delivered: 1, revs: { "shop.a": expect.any(Number) } });
  await settled(() => expect(reader.of("data_update")).toHaveLength(1));
  expect(reader.of("data_update")[0]?.updates.map(({ key }) => key)).toEqual(["shop.a", "shop.b"]);
  expect(await board.publish({ values: { "shop.a": 2 } }, "till")).toMatchObject({ ok: true });
  // Sent again, it is the same write: nothing is put back.
  expect(await board.publish(write, "till")).toMatchObject({ ok: true, cursor: first.ok ? first.cursor : "" });
  const events = { key: "shop.log", events: [{ data: "one" }, { data: "two" }] };
  expect(await board.publish({ events }, "till")).toMatchObject({ ok: true });
  const updates = () => reader.of("data_update").flatMap((frame) => frame.updates);
  await settled(() => expect(updates()).toHaveLength(4));
  expect(updates().slice(2)).toMatchObject([
    { key: "shop.a", value: 2 },
    { key: "shop.log", value: [{ data: "one" }, { data: "two" }] },
  ]);
  expect(await board.publish({ values: { "shop.a": 9, "other.a": 9 } }, "till")).toMatchObject({
    ok: false,
    code: "not_found",
  });
  expect(await board.publish({ values: { "$sources.shop": 9 } }, "till")).toMatchObject({
    ok: false,
    code: "read_only",
  });
  expect(await board.publish({ values: { "shop.a": 9 } }, "")).toMatchObject({ ok: false, code: "bad_input" });
  expect(await board.publish({ values: { shop: 9, "shop..a": 9 } }, "till")).toMatchObject({
    ok: false,
    code: "bad_input",
  });
});

test("[O6] rights of others that change are none of its business", async () => {
  const { id, board, hear, of } = setup();
  using subscription = await subscribed(board.subscribe(["a.*"], null, hear, "reader"));
  await settled(() => expect(of("snapshot")).toHaveLength(1));
  await env.DB.prepare("INSERT INTO rights (workspace_id, version) VALUES (?, 1)").bind(id).run();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  await commit(id, { "a.n": 1 });
  await settled(() => expect(of("data_update")).toHaveLength(1));
  await subscription.unsubscribe();
  expect(await subscription.ended()).toMatchObject({ code: 1000 });
});
