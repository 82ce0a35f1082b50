import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { liveObject } from "../../server/live-object";
import { owner } from "../testing/socket";
import { addJson } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const URL_A = "http://a.test/data";
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

/** The condition that each question for the address had. */
const asked = () =>
  vi
    .mocked(fetch)
    .mock.calls.filter(([url]) => url === URL_A)
    .map(([, init]) => new Headers(init?.headers).get("if-none-match"));

test("[R26] [R27] the object asks for changes only, and for the whole once it woke up", async () => {
  const id = `w-${crypto.randomUUID()}`;
  upstream.current.set(URL_A, () => new Response('{"n":1}', { headers: { ETag: '"v1"' } }));
  await addJson(id, "a", { url: URL_A });
  const object = liveObject(env, id);
  const read = async () => (await object.changesSince(owner, ["a.*"], null)).values.map(({ value }) => value);
  await settled(async () => expect(await read()).toEqual([1]));
  const { cursor } = await object.changesSince(owner, ["a.*"], null);
  upstream.current.set(URL_A, () => new Response(null, { status: 304 }));
  await object.refreshNow("a");
  await settled(() => expect(asked()).toEqual([null, '"v1"']));
  await object.sourcesChanged();
  await object.refreshNow("a");
  await settled(() => expect(asked()).toEqual([null, '"v1"', '"v1"']));
  expect((await object.changesSince(owner, ["a.*"], null)).cursor).toBe(cursor);
  upstream.current.set(URL_A, () => new Response('{"n":2}', { headers: { ETag: '"v2"' } }));
  await evictDurableObject(env.DASHBOARD.getByName(id));
  await object.refreshNow("a");
  await settled(async () => expect(await read()).toEqual([2]));
  expect(asked().at(-1)).toBeNull();
});

test("[R28] an answer that lacks a path keeps its last good value in the object, and its state says so", async () => {
  const id = `w-${crypto.randomUUID()}`;
  upstream.current.text(URL_A, '{"n":1,"m":1}');
  const mapping = ["n", "m"].map((path) => ({ path, expression: path }));
  await addJson(id, "a", { url: URL_A, mapping });
  const object = liveObject(env, id);
  const read = async () => {
    const { values } = await object.changesSince(owner, ["a.*", "$sources.a"], null);
    return Object.fromEntries(values.map(({ key, value }) => [key, value]));
  };
  await settled(async () => expect(await read()).toMatchObject({ "a.n": 1, "a.m": 1 }));
  upstream.current.text(URL_A, '{"m":2}');
  await object.refreshNow("a");
  await settled(async () =>
    expect(await read()).toEqual({
      "a.n": 1,
      "a.m": 2,
      "$sources.a": expect.objectContaining({
        state: "ok",
        keys: 2,
        drift: [{ path: "n", message: "the answer has no “n”", since: expect.any(Number) }],
      }),
    }),
  );
});
