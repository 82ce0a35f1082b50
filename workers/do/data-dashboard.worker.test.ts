import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { liveObject } from "../../server/live-object";
import { connect, owner } from "../testing/socket";
import { addJson, addSource } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const URL_A = "http://a.test/metrics";
const metrics = (value: number) => `# TYPE load gauge\nload ${value}\n`;
const workspace = () => `w-${crypto.randomUUID()}`;
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

test("a value goes the whole way: upstream, commit, socket", async () => {
  const id = workspace();
  upstream.current.text(URL_A, metrics(1));
  const reader = await connect(id);
  reader.subscribe(["a.*", "$sources.a"]);
  await addSource(id, "a", URL_A);
  await settled(() => {
    const updates = reader.of("data_update").flatMap((frame) => frame.updates);
    expect(updates).toContainEqual(expect.objectContaining({ key: "a.load", value: 1 }));
    expect(updates).toContainEqual(
      expect.objectContaining({ key: "$sources.a", value: expect.objectContaining({ state: "ok" }) }),
    );
  });
  expect(reader.of("welcome")[0]).toMatchObject({ version: 1, principal: { id: "u1", role: "owner" } });
});

test("an unchanged refresh sends nothing but a beat and spends no seq", async () => {
  const id = workspace();
  upstream.current.text(URL_A, metrics(1));
  await addSource(id, "a", URL_A);
  const object = liveObject(env, id);
  await settled(async () => expect((await object.changesSince(owner, ["a.*"], null)).values).toHaveLength(1));
  const reader = await connect(id);
  reader.subscribe(["a.*"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  await settled(() => expect(upstream.current.count(URL_A)).toBe(1));
  const before = (await object.changesSince(owner, ["a.*"], null)).cursor;
  await object.refreshNow("a");
  await settled(() => expect(upstream.current.count(URL_A)).toBe(2));
  await settled(async () => {
    const { checked } = await object.changesSince(owner, ["a.*"], null);
    expect(checked.a).toBeGreaterThan(reader.of("snapshot")[0]?.checked.a ?? Infinity);
  });
  expect((await object.changesSince(owner, ["a.*"], null)).cursor).toBe(before);
  expect(reader.of("data_update")).toEqual([]);
});

test("hibernation keeps sockets and what they asked for; the next change reaches them", async () => {
  const id = workspace();
  upstream.current.text(URL_A, metrics(1));
  await addSource(id, "a", URL_A);
  const reader = await connect(id);
  reader.subscribe(["a.*"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  await settled(async () =>
    expect((await liveObject(env, id).changesSince(owner, ["a.*"], null)).values).toHaveLength(1),
  );
  await evictDurableObject(env.DASHBOARD.getByName(id), { webSockets: "hibernate" });
  upstream.current.text(URL_A, metrics(2));
  await liveObject(env, id).refreshNow("a");
  await settled(() =>
    expect(reader.of("data_update").at(-1)?.updates).toContainEqual(
      expect.objectContaining({ key: "a.load", value: 2 }),
    ),
  );
});

test("an object aborted in the middle of a refresh commits nothing of it, arms its alarm and converges", async () => {
  const id = workspace();
  upstream.current.text(URL_A, metrics(1));
  await addSource(id, "a", URL_A);
  await settled(async () =>
    expect((await liveObject(env, id).changesSince(owner, ["a.*"], null)).values).toHaveLength(1),
  );
  const held = Promise.withResolvers<Response>();
  upstream.current.set(URL_A, () => held.promise);
  await liveObject(env, id).refreshNow("a");
  await settled(() => expect(upstream.current.count(URL_A)).toBe(2));
  await abortAllDurableObjects();
  upstream.current.text(URL_A, metrics(3));
  held.resolve(new Response(metrics(2)));
  const after = await liveObject(env, id).changesSince(owner, ["a.*"], null);
  expect(after.values).toMatchObject([{ key: "a.load", value: 1 }]);
  expect(await runInDurableObject(env.DASHBOARD.getByName(id), (_, state) => state.storage.getAlarm())).not.toBeNull();
  await liveObject(env, id).refreshNow("a");
  await settled(async () =>
    expect((await liveObject(env, id).changesSince(owner, ["a.*"], null)).values).toMatchObject([{ value: 3 }]),
  );
});

test("a failing upstream keeps the last good value, says why, and leaves the alarm armed", async () => {
  const id = workspace();
  upstream.current.text(URL_A, metrics(1));
  await addSource(id, "a", URL_A);
  const object = liveObject(env, id);
  await settled(async () => expect((await object.changesSince(owner, ["a.*"], null)).values).toHaveLength(1));
  upstream.current.set(URL_A, () => new Response("no", { status: 500 }));
  await object.refreshNow("a");
  await settled(async () => {
    const { values } = await object.changesSince(owner, ["a.*", "$sources.a"], null);
    expect(values).toContainEqual(expect.objectContaining({ key: "a.load", value: 1 }));
    expect(values.find(({ key }) => key === "$sources.a")?.value).toMatchObject({
      state: "failing",
      failure: { code: "upstream_status" },
      lastGood: expect.any(Number),
    });
  });
  expect(await runInDurableObject(env.DASHBOARD.getByName(id), (_, state) => state.storage.getAlarm())).not.toBeNull();
});

test("a removed source loses its keys for every reader", async () => {
  const id = workspace();
  upstream.current.text(URL_A, metrics(1));
  await addSource(id, "a", URL_A);
  const reader = await connect(id);
  reader.subscribe(["a.*", "$sources.*"]);
  await settled(() => expect(reader.heard.some((frame) => JSON.stringify(frame).includes("a.load"))).toBe(true));
  await env.DB.prepare("DELETE FROM source WHERE workspace_id = ?").bind(id).run();
  await liveObject(env, id).sourcesChanged();
  await settled(() =>
    expect(reader.of("data_update").at(-1)?.updates).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: "a.load", removed: true })]),
    ),
  );
});

test("an ended session closes its sockets with 4501, and only those", async () => {
  const id = workspace();
  const mine = await connect(id);
  const others = await connect(id, { ...owner, sessionId: "s2" });
  expect(await liveObject(env, id).sessionsEnded(["s1"])).toBe(1);
  await settled(() => expect(mine.closed).toMatchObject({ code: 4501 }));
  expect(mine.of("bye")).toMatchObject([{ code: 4501 }]);
  expect(others.closed).toBeNull();
});

test("what is no frame is answered and closes nothing", async () => {
  const reader = await connect(workspace());
  for (const bad of ["garbage", "{}", '{"type":"subscribe","id":"1","keys":["a..b"]}']) reader.socket.send(bad);
  await settled(() =>
    expect(reader.of("error").map(({ code }) => code)).toEqual(["bad_frame", "bad_frame", "bad_frame"]),
  );
  expect(reader.closed).toBeNull();
});

test("a running alarm never throws, whatever the definitions hold", async () => {
  const id = workspace();
  await addSource(id, "a", "not an address");
  expect(await runDurableObjectAlarm(env.DASHBOARD.getByName(id))).toBe(true);
  await settled(async () => {
    const { values } = await liveObject(env, id).changesSince(owner, ["$sources.a"], null);
    expect(values[0]?.value).toMatchObject({ state: "failing" });
  });
});

test("[D18] rows that the source's mapping names a member for travel as one small patch", async () => {
  const id = workspace();
  const row = (sku: string, price: number) => ({ sku, price, name: `The article ${sku}`, maker: "Harbour & Sons" });
  const tell = (rows: unknown) => upstream.current.text(URL_A, JSON.stringify({ rows }));
  tell([row("A", 1), row("B", 1), row("C", 1), row("D", 1)]);
  const mapping = [{ path: "prices", expression: "rows", rowKey: "sku" }];
  await addJson(id, "shop", { url: URL_A, mapping });
  const reader = await connect(id);
  reader.subscribe(["shop.prices"]);
  await settled(() =>
    expect(reader.heard).toContainEqual(
      expect.objectContaining({ type: expect.stringMatching(/snapshot|data_update/) }),
    ),
  );
  await settled(async () =>
    expect((await liveObject(env, id).changesSince(owner, ["shop.*"], null)).values).toHaveLength(1),
  );
  tell([row("D", 1), row("A", 1), row("B", 2)]);
  await liveObject(env, id).refreshNow("shop");
  await settled(() =>
    expect(reader.of("data_update").at(-1)?.updates[0]).toMatchObject({ key: "shop.prices", patch: {} }),
  );
  const update = reader.of("data_update").at(-1)?.updates[0];
  expect(update && "patch" in update ? update.patch : []).toHaveLength(3);
});
