import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { openDatabase } from "../../db/database";
import { deleteRemovedSources, findSource, insertSource, listSources, removeSource } from "../../db/queries/sources";
import { liveObject } from "../../server/live-object";
import { duplicateSource, putSource, returnSource, takeSource } from "../../server/source-steps";
import { addEditable, addJson } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const db = openDatabase(env.DB);
const access = (id: string) => ({
  workspace: { id, slug: id, name: id },
  principal: { kind: "member", userId: "u", name: "u", role: "owner", sessionId: "s", sessionEnds: 9e15 } as const,
});
const values = async (workspace: string) => {
  const changes = await liveObject(env, workspace).changesSince(access(workspace).principal, ["*"], null);
  return Object.fromEntries(
    changes.values.map(({ key, value, meta }) => [key, meta.kind === "stream" ? "stream" : value]),
  );
};

test("[R43] a removal can be undone: the source is asked again, and nothing of it is left meanwhile", async () => {
  upstream.current.text("https://shop.example/", '{"open":3}');
  await addJson("removal-1", "shop", { url: "https://shop.example/" });
  await vi.waitFor(async () => expect(await values("removal-1")).toEqual({ "shop.open": 3 }));
  expect(await takeSource(env, access("removal-1"), "shop")).toBe(true);
  expect(await values("removal-1")).toEqual({});
  expect(await listSources(db, "removal-1")).toEqual([]);
  expect(await takeSource(env, access("removal-1"), "shop")).toBe(false);
  expect(await returnSource(env, access("removal-1"), "shop")).toBe(true);
  await vi.waitFor(async () => expect(await values("removal-1")).toEqual({ "shop.open": 3 }));
});

test("[R52] a removal that the object was not told of, since it could not be reached, it is told of when that is asked for again", async () => {
  await addEditable("removal-7", "todo");
  await liveObject(env, "removal-7").write(access("removal-7").principal, { values: { "todo.list": ["tea"] } });
  await removeSource(db, "removal-7", "todo", { now: new Date(), keys: null });
  expect(await values("removal-7")).toEqual({ "todo.list": ["tea"] });
  expect(await takeSource(env, access("removal-7"), "todo")).toBe(false);
  expect(await values("removal-7")).toEqual({});
});

test("[R43] what people wrote is put back as it was", async () => {
  await addEditable("removal-2", "todo");
  const object = liveObject(env, "removal-2");
  const { principal } = access("removal-2");
  await object.write(principal, { values: { "todo.list": ["tea"], "todo.note": "milk" } });
  await object.write(principal, { events: { key: "todo.log", events: [{ data: "begun" }] } });
  const before = await values("removal-2");
  expect(Object.keys(before)).toHaveLength(3);
  await takeSource(env, access("removal-2"), "todo");
  expect(await values("removal-2")).toEqual({});
  await returnSource(env, access("removal-2"), "todo");
  expect(await values("removal-2")).toEqual(before);
});

test("[R43] not when another source has its short name, nor after a day", async () => {
  await addEditable("removal-3", "todo");
  await takeSource(env, access("removal-3"), "todo");
  await addEditable("removal-3", "todo");
  expect(await returnSource(env, access("removal-3"), "todo")).toBe(false);
  await takeSource(env, access("removal-3"), "todo");
  expect(await deleteRemovedSources(db, new Date(Date.now() + 1))).toBeGreaterThanOrEqual(2);
  expect(await returnSource(env, access("removal-3"), "todo")).toBe(false);
});

test("[R44] a copy is paused, has the next free name and secrets of its own", async () => {
  const object = liveObject(env, "removal-4");
  const id = crypto.randomUUID();
  const typed = { url: "https://shop.example/", headers: { Authorization: { plain: "Bearer abc" } } };
  const sealed = await object.sealed(id, typed);
  if (!sealed.ok) throw new Error("not sealed");
  const made = { id, slug: "shop", name: "Shop", kind: "http-json", interval: 60_000, settings: sealed.settings };
  await insertSource(db, "removal-4", { ...made, now: new Date() });
  expect(await duplicateSource(env, access("removal-4"), "shop")).toBe("shop-2");
  const copy = await findSource(db, "removal-4", "shop-2");
  expect(copy).toMatchObject({ name: "Shop (copy)", enabled: false, interval: 60_000 });
  expect(copy?.settings).not.toEqual(sealed.settings);
  const asked: (string | null)[] = [];
  vi.mocked(fetch).mockImplementation(async (_, init) => {
    asked.push(new Headers(init?.headers).get("authorization"));
    return Response.json({ open: 3 });
  });
  await putSource(env, access("removal-4"), "shop-2", { enabled: true });
  await vi.waitFor(() => expect(asked).toContain("Bearer abc"));
  expect(await duplicateSource(env, access("removal-4"), "nothing")).toBeNull();
});

test("[R41] the health of a source names its last refreshes, its calls and who watches", async () => {
  upstream.current.text("https://shop.example/", '{"open":3}');
  await addJson("removal-5", "shop", { url: "https://shop.example/" });
  const object = liveObject(env, "removal-5");
  await vi.waitFor(async () => {
    const { shop } = await object.sourcesHealth(["shop", "nothing"]);
    expect(shop).toMatchObject({ pace: 60_000, callsPastHour: 1, callsThisHour: 1, readers: 0 });
    expect(shop?.log.recent).toMatchObject([{ bytes: 10, changed: 1 }]);
  });
});
