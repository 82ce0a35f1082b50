import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { defaultLimits, SILENT_FOR } from "../../core/hub/limits";
import { closeCodes } from "../../core/protocol/bye";
import { liveObject } from "../../server/live-object";
import { commit } from "../testing/commit";
import { connect, owner, type Reader } from "../testing/socket";
import { addSource } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

afterEach(() => {
  vi.useRealTimers();
});

async function setup(patterns = ["a.*"]) {
  const id = `w-${crypto.randomUUID()}`;
  const reader = await connect(id);
  reader.acks = false;
  reader.subscribe(patterns);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  return { id, object: env.DASHBOARD.getByName(id), reader };
}

function ack(reader: Reader, cursor: string | undefined, part?: number): void {
  reader.socket.send(JSON.stringify({ type: "ack", cursor, ...(part === undefined ? {} : { part }) }));
}

test("a reader that is behind is still behind after hibernation, and caught up from where it stood", async () => {
  const { id, object, reader } = await setup();
  await commit(id, { "a.big": "x".repeat(200_000) });
  await settled(() => expect(reader.of("data_update")).toHaveLength(1));
  const stood = reader.of("data_update")[0]?.cursor;
  await commit(id, { "a.big": "y".repeat(200_000) });
  await commit(id, { "a.n": 1 });
  await evictDurableObject(object, { webSockets: "hibernate" });
  await commit(id, { "a.n": 2 });
  expect(reader.of("data_update")).toHaveLength(1);
  ack(reader, stood);
  await settled(() => expect(reader.of("data_update")).toHaveLength(2));
  const step = reader.of("data_update")[1];
  expect(step?.from).toBe(stood);
  expect(step?.updates.map(({ key }) => key)).toEqual(["a.big", "a.n"]);
  expect(step?.updates[1]).toMatchObject({ value: 2 });
});

test("an answer that hibernation cut off closes with 4000, so that it is asked for again", async () => {
  const { id, object, reader } = await setup(["b.*"]);
  ack(reader, reader.of("snapshot")[0]?.cursor, 1);
  await commit(id, { "a.1": "x".repeat(200_000), "a.2": "y".repeat(200_000) });
  reader.subscribe(["a.*"]);
  await settled(() => expect(reader.of("snapshot")[1]).toMatchObject({ part: 1, parts: 2 }));
  await evictDurableObject(object, { webSockets: "hibernate" });
  ack(reader, reader.of("snapshot")[1]?.cursor, 1);
  await settled(() => expect(reader.closed?.code).toBe(closeCodes.restarting));
  expect(reader.of("snapshot")).toHaveLength(2);
});

test("a socket that slept while the store began another epoch is closed with 4010", async () => {
  const { id, object, reader } = await setup();
  await commit(id, { "a.x": 1 });
  await runInDurableObject(object, (_, { storage }) => storage.sql.exec("UPDATE store SET epoch = 'anothere'"));
  await evictDurableObject(object, { webSockets: "hibernate" });
  await commit(id, { "a.x": 2 });
  await settled(() => expect(reader.closed?.code).toBe(closeCodes.epoch_changed));
  expect(reader.of("data_update").every(({ cursor }) => !cursor.startsWith("anothere"))).toBe(true);
});

test("one connection too many is refused by name of the limit; those before it stay", async () => {
  const id = `w-${crypto.randomUUID()}`;
  const readers = [];
  for (let i = 0; i < defaultLimits.socketsAUser; i++) readers.push(await connect(id));
  await expect(connect(id)).rejects.toThrow("429");
  expect(readers.every(({ closed }) => closed === null)).toBe(true);
  const other = await connect(id, { ...owner, userId: "u2", sessionId: "s2" });
  await settled(() => expect(other.of("welcome")).toHaveLength(1));
});

test("a socket that neither pings nor speaks is taken for dead; the runtime's note of a ping keeps one", async () => {
  const id = `w-${crypto.randomUUID()}`;
  const url = "http://a.test/metrics";
  upstream.current.text(url, "load 1\n");
  const now = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: now - SILENT_FOR + 5_000 });
  const dead = await connect(id);
  const alive = await connect(id);
  const heard: unknown[] = [];
  alive.socket.addEventListener("message", ({ data }) => heard.push(data));
  alive.socket.send("ping");
  await settled(() => expect(heard).toContain("pong"));
  vi.setSystemTime(now + 10_000);
  await addSource(id, "a", url);
  await liveObject(env, id).poke();
  await runDurableObjectAlarm(env.DASHBOARD.getByName(id));
  await settled(() => expect(dead.closed?.code).toBe(closeCodes.silent));
  expect(alive.closed).toBeNull();
});
