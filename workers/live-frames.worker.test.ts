import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { welcome } from "../core/protocol/welcome";
import { liveObject } from "../server/live-object";
import { get, streamOf } from "./testing/event-stream";
import { enter, join, type Person, signUp } from "./testing/person";
import { signUpProgram } from "./testing/program";
import type { Reader } from "./testing/socket";
import { addEditable } from "./testing/sources";
import { upstreamForEachTest } from "./testing/upstream";

upstreamForEachTest();
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

function post({ browser }: Person, path: string, body: unknown, headers: Record<string, string> = {}) {
  const sent = new Headers(browser.headers);
  sent.set("Origin", "http://localhost:8787");
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return exports.default.fetch(`http://localhost:8787/live/${path}`, { method: "POST", headers: sent, body: text });
}
const say = (person: Person, workspace: string, frame: unknown) =>
  post(person, `${workspace}/frames?reader=tab-12345678`, frame);

async function boardOf(workspace: string): Promise<string> {
  const row = await env.DB.prepare("SELECT id FROM board WHERE workspace_id = ?")
    .bind(workspace)
    .first<{ id: string }>();
  if (!row) throw new Error("no board");
  return row.id;
}

async function harbour() {
  const ada = await signUp();
  const ben = await join(ada.workspace, "viewer");
  await addEditable(ada.workspace, "todo");
  await liveObject(env, ada.workspace).boardsChanged();
  const board = await boardOf(ada.workspace);
  const reader = await enter(ada, ada.workspace);
  reader.subscribe([`$rooms.${board}`, `$presence.${board}`, `$inbox.${ada.userId}`, "todo.*"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  return { ada, ben, board, reader, workspace: ada.workspace };
}

const last = (reader: Reader, key: string) =>
  reader
    .of("data_update")
    .flatMap(({ updates }) => updates)
    .filter((one) => one.key === key)
    .at(-1);

test("[PE18] welcome is what a socket is told first", async () => {
  const { ada, reader, workspace } = await harbour();
  const response = await get(`${workspace}/welcome`, ada.browser.headers);
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  const { cursor: _, serverTime: __, ...told } = v.parse(welcome, await response.json());
  expect(reader.of("welcome")[0]).toMatchObject(told);
  expect((await get(`${workspace}/welcome`, {})).status).toBe(401);
  expect((await get(`${workspace}/welcome`, (await signUp()).browser.headers)).status).toBe(404);
});

test("[PE18] a frame by HTTP does what it does on a socket, and is answered by the same frame", async () => {
  const { ada, ben, board, reader, workspace } = await harbour();
  const done = await say(ada, workspace, { type: "set", id: "1", key: "todo.a", value: 1 });
  expect([done.status, await done.json()]).toMatchObject([200, { type: "done", id: "1" }]);
  await settled(() => expect(last(reader, "todo.a")).toMatchObject({ value: 1 }));
  const refused = await say(ada, workspace, { type: "set", id: "2", key: "todo.a", value: 2, ifRev: 0 });
  expect([refused.status, await refused.json()]).toMatchObject([
    412,
    { type: "error", id: "2", code: "conflict", current: { value: 1 } },
  ]);
  const forbidden = await say(ben, workspace, { type: "set", id: "3", key: "todo.a", value: 2 });
  expect([forbidden.status, await forbidden.json()]).toMatchObject([403, { id: "3", code: "forbidden" }]);
  const message = { type: "append", id: "4", key: `$rooms.${board}`, data: { text: "@Night desk: hello" } };
  const [first, again] = [await say(ben, workspace, message), await say(ben, workspace, message)];
  expect(await again.json()).toEqual(await first.json());
  await settled(() => expect(last(reader, `$rooms.${board}`)).toMatchObject({ value: [{ by: { id: ben.userId } }] }));
  expect(last(reader, `$inbox.${ada.userId}`)).toMatchObject({ value: [{ board, text: "@Night desk: hello" }] });
});

test("[PE18] what is no frame of this kind, who may not, and what is too much", async () => {
  const { ada, workspace } = await harbour();
  const program = await signUpProgram();
  for (const bad of ["{", "{}", { type: "subscribe", id: "1", keys: ["*"] }, { type: "presence", id: "1" }]) {
    const response = await say(ada, workspace, bad);
    expect([response.status, await response.json()]).toMatchObject([400, { type: "error", code: "bad_frame" }]);
  }
  const frame = { type: "presence", id: "1", places: [] };
  const status = async (response: Promise<Response>) => (await response).status;
  expect(await status(say(ada, workspace, " ".repeat(70_000)))).toBe(413);
  expect(await status(post(ada, `${workspace}/frames`, frame))).toBe(400);
  expect(await status(post(ada, `${workspace}/frames?reader=a.b`, frame))).toBe(400);
  expect(await status(post(ada, `${workspace}/frames?reader=tab-12345678&ticket=x`, frame))).toBe(401);
  expect(await status(say(await signUp(), workspace, frame))).toBe(404);
  expect(await status(say(ada, "public", frame))).toBe(404);
  for (const Origin of ["https://elsewhere.example", "null"]) {
    expect(await status(post(ada, `${workspace}/frames?reader=tab-12345678`, frame, { Origin }))).toBe(403);
  }
  const bearer = { Authorization: `Bearer ${program.text}` };
  expect(await status(post(ada, `${program.owner.workspace}/frames?reader=tab-12345678`, frame, bearer))).toBe(403);
  const read = new Headers(ada.browser.headers);
  expect(await status(get(`${workspace}/frames?reader=tab-12345678`, read))).toBe(405);
});

test("[PE8] an inbox is read by its owner on every transport, and by nobody else on any", async () => {
  const { ada, ben, workspace } = await harbour();
  const program = await signUpProgram();
  const key = `$inbox.${ada.userId}`;
  const words = "between the two of us";
  const query = `${workspace}/events?keys=${key},$inbox.*`;
  const streams = await Promise.all([ada, ben].map(({ browser }) => get(query, browser.headers).then(streamOf)));
  const [mine, others] = [await enter(ada, workspace), await enter(ben, workspace)];
  for (const reader of [mine, others]) reader.subscribe([key, "$inbox.*", "$followed.*"]);
  await settled(() => {
    for (const reader of [mine, others]) expect(reader.of("snapshot")).toHaveLength(1);
  });
  expect((await say(ben, workspace, { type: "append", id: "1", key, data: { text: words } })).status).toBe(200);
  const [own] = streams;
  await settled(() => expect(JSON.stringify(mine.heard)).toContain(words));
  await settled(() => expect(own?.text).toContain(words));
  const asked = (person: Person) => get(`${workspace}/values?keys=${key},$inbox.*`, person.browser.headers);
  expect(await (await asked(ada)).text()).toContain(words);
  expect(await (await asked(ben)).text()).not.toContain(words);
  // What they are told after it, on each line, is all that there was.
  await liveObject(env, workspace).say(
    { kind: "member", userId: ben.userId, name: "Ben", role: "viewer", sessionId: "s", sessionEnds: 4e12 },
    { type: "append", id: "2", key: `$inbox.${ben.userId}`, data: { text: "to myself" } },
    "page",
  );
  await settled(() => expect(JSON.stringify(others.heard)).toContain("to myself"));
  await settled(() => expect(streams[1]?.text).toContain("to myself"));
  expect(JSON.stringify([others.heard, streams[1]?.text])).not.toContain(words);
  const bearer = { Authorization: `Bearer ${program.text}` };
  expect((await get(`${workspace}/values?keys=${key}`, bearer)).status).toBe(404);
  await Promise.all(streams.map((stream) => stream.cancel()));
});

test("[PE11] [PE13] who opens a board is seen on it, and is gone within seconds when the socket is", async () => {
  const { ada, ben, board, reader, workspace } = await harbour();
  const other = await enter(ben, workspace);
  other.socket.send(JSON.stringify({ type: "presence", id: "1", places: [{ board, panel: "cpu", editing: true }] }));
  const key = `$presence.${board}`;
  await settled(() =>
    expect(last(reader, key)).toMatchObject({
      value: [{ id: ben.userId, places: [{ panel: "cpu", editing: true }] }],
    }),
  );
  expect(other.of("error")).toEqual([]);
  // Over a sleep, it stays.
  await evictDurableObject(env.DASHBOARD.getByName(workspace), { webSockets: "hibernate" });
  const person = { kind: "member", userId: ada.userId, name: "Ada", role: "owner", sessionId: ada.sessionId } as const;
  const held = await liveObject(env, workspace).changesSince({ ...person, sessionEnds: 4e12 }, [key], null);
  expect(held.values).toMatchObject([{ value: [{ id: ben.userId }] }]);
  other.socket.close();
  await settled(() => expect(last(reader, key)).toMatchObject({ value: [] }));
});

test("[PE13] who vanished without a word is looked for by an alarm, also after the object has slept: a wake is no sign of life", async () => {
  const { ada, ben, board, workspace } = await harbour();
  const object = env.DASHBOARD.getByName(workspace);
  const gone = await enter(ben, workspace);
  gone.socket.send(JSON.stringify({ type: "presence", id: "1", places: [{ board }] }));
  const person = { kind: "member", userId: ada.userId, name: "Ada", role: "owner", sessionId: ada.sessionId } as const;
  const here = async () => {
    const asked = await liveObject(env, workspace).changesSince(
      { ...person, sessionEnds: 4e12 },
      [`$presence.${board}`],
      null,
    );
    return asked.values[0]?.value;
  };
  await settled(async () => expect(await here()).toMatchObject([{ id: ben.userId }]));
  await evictDurableObject(object, { webSockets: "hibernate" });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 80_000 });
  try {
    await runDurableObjectAlarm(object);
    await settled(() => expect(gone.closed?.code).toBe(4012));
    await settled(async () => expect(await here()).toEqual([]));
  } finally {
    vi.useRealTimers();
  }
});

test("[PE16] by HTTP it ends when nobody says it again: the alarm sees to that, also after the object has slept", async () => {
  const { ben, board, reader, workspace } = await harbour();
  const object = env.DASHBOARD.getByName(workspace);
  const key = `$presence.${board}`;
  const before = Date.now();
  const told = await say(ben, workspace, { type: "presence", id: "1", places: [{ board }] });
  expect([told.status, await told.text()]).toEqual([204, ""]);
  await settled(() => expect(last(reader, key)).toMatchObject({ value: [{ id: ben.userId }] }));
  const alarm = await runInDurableObject(object, (_, { storage }) => storage.getAlarm());
  expect(alarm).toBeLessThanOrEqual(Date.now() + 40_000);
  expect(alarm).toBeGreaterThan(before);
  await evictDurableObject(object, { webSockets: "hibernate" });
  await runDurableObjectAlarm(object);
  await settled(() => expect(last(reader, key)).toMatchObject({ value: [] }));
});
