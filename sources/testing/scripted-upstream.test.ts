import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RemoteUpstream, remoteUpstream } from "./remote-upstream";
import { type ScriptedUpstream, scriptedUpstream } from "./scripted-upstream";

let upstream: ScriptedUpstream;
let remote: RemoteUpstream;
beforeAll(async () => {
  upstream = await scriptedUpstream();
  remote = remoteUpstream(upstream.url);
});
beforeEach(() => upstream.reset());
afterAll(() => upstream.close());

const get = (path: string) => fetch(upstream.url + path);

test("a path without a route answers 404 and is counted", async () => {
  expect((await get("/nothing?a=1")).status).toBe(404);
  expect(upstream.count("/nothing")).toBe(1);
});

test("a list of answers is given in order, the last one stays", async () => {
  upstream.route("/a", [
    { do: "answer", status: 500 },
    { do: "json", value: 1 },
  ]);
  expect([(await get("/a")).status, (await get("/a")).status, (await get("/a")).status]).toEqual([500, 200, 200]);
});

test("who hangs is released into what the route says by then", async () => {
  upstream.route("/a", { do: "hang" });
  const answers = [get("/a"), get("/a")];
  await upstream.asked("/a", 2);
  expect(upstream.hanging("/a")).toBe(2);
  upstream.route("/a", { do: "answer", body: "late" });
  upstream.release("/a");
  expect(await Promise.all(answers.map(async (answer) => (await answer).text()))).toEqual(["late", "late"]);
  expect(upstream.hanging("/a")).toBe(0);
});

test("released without another answer, or reset, the connection is dropped", async () => {
  upstream.route("/a", { do: "hang" });
  const first = get("/a");
  await upstream.asked("/a", 1);
  upstream.release("/a");
  await expect(first).rejects.toThrow("fetch failed");
  const second = get("/a");
  await upstream.asked("/a", 2);
  upstream.reset();
  await expect(second).rejects.toThrow("fetch failed");
});

test("it can be steered from another runtime", async () => {
  await remote.route("/a", { do: "hang" });
  const answer = get("/a");
  await remote.asked("/a", 1);
  expect([await remote.count("/a"), await remote.hanging("/a")]).toEqual([1, 1]);
  await remote.route("/a", { do: "json", value: [1] });
  await remote.release("/a");
  expect(await (await answer).json()).toEqual([1]);
  await remote.reset();
  expect(await remote.count("/a")).toBe(0);
});

test("a call it does not know is refused with the reason", async () => {
  const response = await fetch(`${upstream.url}/$control`, { method: "POST", body: '{"call":"explode"}' });
  expect(response.status).toBe(400);
});
