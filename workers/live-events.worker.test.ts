import { evictDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { liveObject } from "../server/live-object";
import { commit } from "./testing/commit";
import { get, type StreamReader, streamOf } from "./testing/event-stream";
import { enter, join, type Person, signUp } from "./testing/person";
import { signUpProgram } from "./testing/program";
import { upstreamForEachTest } from "./testing/upstream";

upstreamForEachTest();

const settled = (check: () => void | Promise<void>, timeout = 5_000) => vi.waitFor(check, { timeout, interval: 10 });
const EPOCH_LESS = "aaaaaaaa:3";

function open(person: Person, workspace: string, query = "keys=a.*", headers: Record<string, string> = {}) {
  const sent = new Headers(person.browser.headers);
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  return get(`${workspace}/events?${query}`, sent);
}

/** A workspace with one key, its owner, and a stream of it that has its snapshot. */
async function reading(query?: string, headers?: Record<string, string>) {
  const person = await signUp();
  const { workspace } = person;
  await commit(workspace, { "a.n": 1 });
  const stream = streamOf(await open(person, workspace, query, headers));
  await settled(() => expect(stream.of("snapshot")).not.toEqual([]));
  return { person, workspace, stream };
}

function lastCursor(stream: StreamReader): string {
  const id = stream.events.findLast((event) => event.id !== null)?.id;
  if (!id) throw new Error("no id came");
  return id;
}

test("[T1] a stream begins with retry and the snapshot, then holds each step under its cursor", async () => {
  const { workspace, stream } = await reading();
  expect(stream.response.headers.get("Content-Type")).toBe("text/event-stream");
  expect(stream.response.headers.get("Cache-Control")).toBe("no-store, no-transform");
  expect(stream.text.startsWith("retry: 3000\n\n")).toBe(true);
  expect(stream.of("snapshot")).toMatchObject([{ full: true, reason: "first", values: [{ key: "a.n", value: 1 }] }]);
  await commit(workspace, { "a.n": 2, "b.n": 2 });
  await settled(() => expect(stream.of("data_update")).toHaveLength(1));
  const [step] = stream.of("data_update");
  expect(step?.updates).toMatchObject([{ key: "a.n", value: 2 }]);
  expect(stream.events.map(({ id }) => id)).toEqual([stream.of("snapshot")[0]?.cursor, step?.cursor]);
});

test("[T2] Last-Event-ID goes on where it stood, before any `since`", async () => {
  const { person, workspace, stream } = await reading();
  const stood = lastCursor(stream);
  await stream.cancel();
  await commit(workspace, { "a.m": 5 });
  const back = streamOf(await open(person, workspace, `keys=a.*&since=${EPOCH_LESS}`, { "Last-Event-ID": stood }));
  await settled(() => expect(back.of("snapshot")).toMatchObject([{ full: false, values: [{ key: "a.m", value: 5 }] }]));
  expect(back.events.map(({ event }) => event)).toEqual(["snapshot"]);
  const since = streamOf(await open(person, workspace, `keys=a.*&since=${stood}`));
  await settled(() => expect(since.of("snapshot")).toMatchObject([{ full: false }]));
});

test("[T3] what cannot go on is told so before the whole", async () => {
  const { stream } = await reading("keys=a.*", { "Last-Event-ID": EPOCH_LESS });
  expect(stream.events.map(({ event, id }) => [event, id !== null])).toEqual([
    ["realtime.reset", false],
    ["snapshot", true],
  ]);
  expect(stream.events[0]?.data).toBe('{"reason":"epoch","lastKnownId":"aaaaaaaa:3"}');
});

test("[T3] an id comes with the last part of a large snapshot only", async () => {
  const person = await signUp();
  const big = Object.fromEntries([1, 2, 3].map((n) => [`a.${n}`, "x".repeat(200_000)]));
  await commit(person.workspace, big);
  const stream = streamOf(await open(person, person.workspace));
  await settled(() => expect(stream.of("snapshot")).toHaveLength(3));
  expect(stream.events.map(({ id }) => id !== null)).toEqual([false, false, true]);
});

test("[T4] a reader that does not read gets one step in place of many, and holds up nobody", async () => {
  const { person, workspace, stream } = await reading();
  const slow = await open(person, workspace);
  for (let n = 2; n <= 60; n++) await commit(workspace, { "a.n": n, "a.big": `${n}`.repeat(20_000) });
  await settled(() => expect(stream.of("data_update").at(-1)?.updates).toMatchObject([{}, {}]));
  const late = streamOf(slow);
  await settled(() => expect(lastValue(late)).toBe(60));
  expect(late.of("data_update").length).toBeLessThan(6);
  expect(late.text.length).toBeLessThan(400_000);
  await settled(() => expect(lastValue(stream)).toBe(60));
});

test("[T5] streams and sockets of a person are counted together; a client that goes away leaves its place", async () => {
  const { person, workspace, stream } = await reading();
  for (let i = 0; i < 10; i++) await enter(person, workspace);
  // Read, since one that nobody holds may be collected, and is gone then.
  const streams: StreamReader[] = [];
  for (let i = 0; i < 9; i++) streams.push(streamOf(await open(person, workspace)));
  const refused = await open(person, workspace);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "too_many_sockets" });
  const socket = await enter(person, workspace);
  await settled(() => expect(socket.closed?.code).toBe(4504));
  await stream.cancel();
  // By the next write at the latest it is known that nobody reads.
  await commit(workspace, { "a.n": 2 });
  await settled(async () => expect((await open(person, workspace)).status).toBe(200));
  expect(streams.filter(({ ended }) => ended)).toEqual([]);
});

test("[T6] whoever signs out, loses a place or a role hears why, and the stream ends", async () => {
  const { person, workspace, stream } = await reading();
  const [gone, moved] = [await join(workspace, "viewer"), await join(workspace, "viewer")];
  const streams = {
    4501: stream,
    4503: streamOf(await open(gone, workspace)),
    4003: streamOf(await open(moved, workspace)),
  };
  await settled(() => {
    for (const one of Object.values(streams)) expect(one.of("snapshot")).toHaveLength(1);
  });
  const object = liveObject(env, workspace);
  await object.sessionsEnded([person.sessionId]);
  await settled(() => expect(stream.ended).toBe(true));
  await object.membersChanged([moved.userId]);
  await settled(() => expect(streams[4003].ended).toBe(true));
  await env.DB.prepare("DELETE FROM member WHERE user_id = ? AND organization_id = ?")
    .bind(gone.userId, workspace)
    .run();
  // Nobody told the object of this one: it looks by itself.
  let n = 10;
  await settled(async () => {
    await commit(workspace, { "a.n": ++n });
    expect(streams[4503].ended).toBe(true);
  }, 7_000);
  for (const [code, one] of Object.entries(streams)) expect(one.of("bye")).toMatchObject([{ code: Number(code) }]);
  expect(stream.of("data_update")).toEqual([]);
}, 15_000);

test("[T2] a cursor outlives a restart of the object", async () => {
  const { person, workspace, stream } = await reading();
  const stood = lastCursor(stream);
  await stream.cancel();
  // Evicting waits for open responses, and by a write it is known that nobody reads this one.
  await commit(workspace, { "a.n": 8 });
  await evictDurableObject(env.DASHBOARD.getByName(workspace));
  await commit(workspace, { "a.n": 9 });
  const back = streamOf(await open(person, workspace, "keys=a.*", { "Last-Event-ID": stood }));
  await settled(() => expect(back.of("snapshot")).toMatchObject([{ full: false, values: [{ value: 9 }] }]));
});

test.each([
  ["keys=", 400, "bad_pattern", "?keys="],
  ["", 400, "bad_pattern", "?keys="],
  ["keys=a.*,b..c", 400, "bad_pattern", '"b..c"'],
  [`keys=${Array.from({ length: 65 }, (_, n) => `k${n}`).join()}`, 400, "too_many_patterns", "64"],
  [`keys=${Array.from({ length: 64 }, (_, n) => `k${n}${"x".repeat(100)}`).join()}`, 400, "too_many_patterns", "6144"],
  ["keys=a&since=yesterday", 400, "bad_input", '"yesterday"'],
])("[T8] what is no question is a problem that names what is wrong: %s", async (query, status, code, words) => {
  const person = await signUp();
  for (const way of ["events", "values"]) {
    const answer = await get(`${person.workspace}/${way}?${query}`, person.browser.headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    const problem = await answer.json<{ code: string; title: string }>();
    expect(problem.code).toBe(code);
    expect(problem.title).toContain(words);
  }
});

test.each(["HEAD", "POST", "PUT", "DELETE", "OPTIONS"])("[T8] %s is not answered", async (method) => {
  const person = await signUp();
  for (const way of ["events", "values"]) {
    const url = `http://localhost:8787/live/${person.workspace}/${way}?keys=a`;
    const answer = await exports.default.fetch(url, { method, headers: person.browser.headers });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET"]);
  }
});

test.each([
  [{ Origin: "http://localhost:8787" }, 200],
  [{ "Sec-Fetch-Site": "same-origin" }, 200],
  [{}, 403],
  [{ "Sec-Fetch-Site": "same-site" }, 403],
  [{ "Sec-Fetch-Site": "cross-site" }, 403],
  [{ "Sec-Fetch-Site": "none" }, 403],
  [{ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }, 403],
  [{ Origin: "null", "Sec-Fetch-Site": "same-origin" }, 403],
])("[T9] with the cookie, %j comes to %i, on the public object as well", async (said, status) => {
  const person = await signUp();
  const headers = new Headers(person.browser.headers);
  headers.delete("Origin");
  for (const [name, value] of Object.entries(said)) headers.set(name, value);
  for (const way of ["events", "values"]) {
    for (const workspace of [person.workspace, "public"]) {
      const answer = await get(`${workspace}/${way}?keys=a`, headers);
      expect(answer.status).toBe(status);
      await answer.body?.cancel();
    }
  }
});

test("[T9] an upgrade needs its Origin whatever else it says", async () => {
  const person = await signUp();
  const headers = new Headers(person.browser.headers);
  headers.delete("Origin");
  headers.set("Sec-Fetch-Site", "same-origin");
  headers.set("Upgrade", "websocket");
  headers.set("Sec-WebSocket-Protocol", "deltaboard.v1");
  expect((await get(person.workspace, headers)).status).toBe(403);
});

test("[T9] an API key reads its workspace by either, without a cookie or an Origin, and no other", async () => {
  const { owner, text } = await signUpProgram();
  const { workspace } = await signUp();
  await commit(owner.workspace, { "a.n": 1 });
  const bearer = { Authorization: `Bearer ${text}` };
  const stream = streamOf(await get(`${owner.workspace}/events?keys=a.*`, bearer));
  await settled(() => expect(stream.of("snapshot")).toMatchObject([{ values: [{ value: 1 }] }]));
  const answer = await get(`${owner.workspace}/values?keys=a.*`, bearer);
  expect(await answer.json()).toMatchObject({ values: [{ key: "a.n", value: 1 }] });
  for (const way of ["events", "values"]) expect((await get(`${workspace}/${way}?keys=a`, bearer)).status).toBe(404);
});

test("[T9] who is not signed in, or no member, reads nothing", async () => {
  const [person, other] = [await signUp(), await signUp()];
  expect((await get(`${person.workspace}/events?keys=a`, { Origin: "http://localhost:8787" })).status).toBe(401);
  expect((await get(`${person.workspace}/values?keys=a`, other.browser.headers)).status).toBe(404);
  expect((await get(`${person.workspace}/nothing`, person.browser.headers)).status).toBe(404);
});

function lastValue(stream: StreamReader) {
  const updates = stream.of("data_update").flatMap(({ updates }) => updates);
  const last = updates.findLast(({ key }) => key === "a.n");
  return last && "value" in last ? last.value : undefined;
}
