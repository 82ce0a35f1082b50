import { env, exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { openDatabase } from "../../db/database";
import { writeFlush } from "../../db/queries/live-flush";
import { revokeKey } from "../../server/api-keys";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { enter, upgrade } from "../testing/person";
import { signUpProgram } from "../testing/program";
import { readerOf } from "../testing/socket";
import { addEditable } from "../testing/sources";
import { REQUESTS_A_MINUTE } from "./request-rate";

quietUpstream();

const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const body = (response: Response) => response.json<Record<string, unknown>>();
const told = async (response: Response) => [response.status, (await body(response)).code];

test("[API1] values are set all or none, and reach those who watch in one step", async () => {
  const { owner, ask } = await signUpProgram();
  const ada = await enter(owner, owner.workspace);
  ada.subscribe(["shop.*"]);
  await settled(() => expect(ada.of("snapshot")).toHaveLength(1));
  const answer = await ask("POST", "/values", { values: { "shop.revenue": 12.5, "shop.note": "open" } });
  expect([answer.status, await body(answer)]).toEqual([200, { cursor: expect.any(String), delivered: 1 }]);
  await settled(() =>
    expect(ada.of("data_update")[0]?.updates).toMatchObject([
      { key: "shop.revenue", value: 12.5, meta: { kind: "series" } },
      { key: "shop.note", value: "open", meta: { kind: "value" } },
    ]),
  );
  const { rev } = await body(await ask("GET", "/keys/shop.revenue"));
  const refused = await ask("POST", "/values", { values: { "shop.revenue": 13, "node.load": 1 } });
  expect([refused.status, await body(refused)]).toEqual([
    403,
    expect.objectContaining({ code: "read_only", key: "node.load", status: 403, retry: "never" }),
  ]);
  expect(refused.headers.get("Content-Type")).toBe("application/problem+json");
  expect(await body(await ask("GET", "/keys/shop.revenue"))).toMatchObject({ value: 12.5, rev });
});

test("[API2] one key is read, set over the rev that it has, and removed", async () => {
  const { ask } = await signUpProgram();
  expect(await told(await ask("GET", "/keys/shop.price"))).toEqual([404, "not_found"]);
  const first = await ask("PUT", "/keys/shop.price", { eur: 1 }, { "If-None-Match": "*" });
  const tag = first.headers.get("ETag") ?? "";
  expect([first.status, tag]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
  expect(await told(await ask("PUT", "/keys/shop.price", { eur: 2 }, { "If-None-Match": "*" }))).toEqual([
    412,
    "conflict",
  ]);
  const shown = await ask("GET", "/keys/shop.price");
  expect([shown.headers.get("ETag"), await body(shown)]).toEqual([
    tag,
    {
      key: "shop.price",
      value: { eur: 1 },
      rev: Number(tag.slice(1, -1)),
      kind: "value",
      unit: null,
      label: null,
      changed: expect.any(Number),
      checked: null,
    },
  ]);
  expect((await ask("PUT", "/keys/shop.price", "null", { "If-Match": tag })).status).toBe(200);
  const late = await ask("PUT", "/keys/shop.price", { eur: 3 }, { "If-Match": tag });
  const current = { rev: Number(late.headers.get("ETag")?.slice(1, -1)), value: null };
  expect([late.status, await body(late)]).toEqual([
    412,
    expect.objectContaining({ code: "conflict", retry: "now", current }),
  ]);
  expect(await told(await ask("DELETE", "/keys/shop.price", undefined, { "If-Match": tag }))).toEqual([
    412,
    "conflict",
  ]);
  expect((await ask("DELETE", "/keys/shop.price")).status).toBe(200);
  expect((await ask("DELETE", "/keys/shop.price")).status).toBe(200);
  expect((await ask("GET", "/keys/shop.price")).status).toBe(404);
  for (const match of ["7", 'W/"7"', "*", '"1", "2"', '""']) {
    expect(await told(await ask("PUT", "/keys/shop.price", 1, { "If-Match": match }))).toEqual([400, "bad_input"]);
  }
});

test("[API3] keys that match are listed by name, a page at a time, and only what the key may read", async () => {
  const { owner, ask } = await signUpProgram();
  await addEditable(owner.workspace, "todo");
  await ask("POST", "/values", { values: { "shop.c": 3, "shop.a": 1, "shop.b": 2, "todo.x": true } });
  const page = async (query: string) => {
    const { keys, next } = await (await ask("GET", `/keys?${query}`)).json<{ keys: { key: string }[]; next: string }>();
    return [keys.map(({ key }) => key), next];
  };
  expect(await page("pattern=shop.*&limit=2")).toEqual([["shop.a", "shop.b"], "shop.b"]);
  expect(await page("pattern=shop.*&limit=2&after=shop.b")).toEqual([["shop.c"], null]);
  const own = ["shop.a", "shop.b", "shop.c", "todo.x"];
  // What every workspace begins with stands beside them; nothing about people does.
  expect((await page(""))[0]).toEqual([...own, "events.log", "team.note", "team.todo"].sort());
  expect(await page("pattern=$inbox.u1")).toEqual([[], null]);
  expect(await told(await ask("GET", "/keys?pattern=a..b"))).toEqual([400, "bad_pattern"]);
  for (const limit of ["0", "1001", "x", "1.5"]) expect((await ask("GET", `/keys?limit=${limit}`)).status).toBe(400);
});

test("[API4] an event, a list of them and lines of them are appended; a repeat under its name is done once", async () => {
  const { ask } = await signUpProgram();
  const events = async () => (await body(await ask("GET", "/keys/shop.orders"))).value as { data: unknown }[];
  expect((await ask("POST", "/events/shop.orders", { id: 1 })).status).toBe(200);
  expect((await ask("POST", "/events/shop.orders", [{ id: 2 }, { id: 3 }])).status).toBe(200);
  const lines = { "Content-Type": "application/x-ndjson", "Idempotency-Key": '"a1"' };
  const once = await ask("POST", "/events/shop.orders", '{"id":4}\r\n\n[5]\n', lines);
  const again = await ask("POST", "/events/shop.orders", '{"id":4}\r\n\n[5]\n', { ...lines, "Idempotency-Key": "a1" });
  expect((await body(again)).cursor).toBe((await body(once)).cursor);
  expect((await events()).map(({ data }) => data)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }, [5]]);
  expect(await told(await ask("POST", "/events/shop.orders", "{}\n{", lines))).toEqual([400, "bad_input"]);
  expect(await told(await ask("POST", "/events/shop.orders", "[]"))).toEqual([400, "bad_input"]);
  const many = JSON.stringify(Array.from({ length: 1_001 }, () => 1));
  expect(await told(await ask("POST", "/events/shop.orders", many))).toEqual([400, "bad_input"]);
  expect(await told(await ask("PUT", "/keys/shop.orders", 1))).toEqual([409, "wrong_kind"]);
  const long = { "Idempotency-Key": "x".repeat(65) };
  expect(await told(await ask("POST", "/events/shop.orders", 1, long))).toEqual([400, "bad_input"]);
  expect(await events()).toHaveLength(5);
  expect((await ask("POST", "/events/shop.orders?keep=2", [{ id: 6 }])).status).toBe(200);
  expect((await events()).map(({ data }) => data)).toEqual([[5], { id: 6 }]);
  expect((await ask("POST", "/events/shop.orders", [{ id: 7 }])).status).toBe(200);
  expect((await events()).map(({ data }) => data)).toEqual([{ id: 6 }, { id: 7 }]);
  for (const keep of ["0", "10001", "many", "-1", "1.5"]) {
    expect(await told(await ask("POST", `/events/shop.orders?keep=${keep}`, [1]))).toEqual([400, "bad_input"]);
  }
});

test("[API8] the past of a series is told as finely as was asked for, and to nobody without a right to it", async () => {
  const { ask, owner } = await signUpProgram();
  await ask("POST", "/values", { values: { "shop.revenue": 12.5 } });
  const blocks = [{ page: 7, minute: 1, body: '{"minute":1,"t":[60001,60002],"s":[1,2],"v":{"shop.a":[1,3]}}' }];
  const keys = { "shop.a": { value: 3, rev: 2, at: 60_002, meta: { kind: "series" } } };
  const pages = [{ page: 7, slug: "shop", body: JSON.stringify(keys) }];
  const batch = { cursor: { epoch: "epochaaa", seq: 2 }, pages, blocks, brings: [] };
  await writeFlush(openDatabase(env.DB), owner.workspace, batch, {}, Date.now());
  const long = await ask("GET", "/history/shop.a?from=0&to=1970-01-02T00:00:00Z&points=24");
  expect([long.status, await body(long)]).toEqual([
    200,
    { key: "shop.a", from: 0, to: 86_400_000, step: 7_200_000, points: [[0, 2, 1, 3, 3, 2]] },
  ]);
  expect((await body(await ask("GET", "/history/shop.nothing"))).points).toEqual([]);
  expect((await body(await ask("GET", "/history/$inbox.u1"))).points).toEqual([]);
  for (const query of [
    "from=x",
    "points=1",
    "points=2001",
    "from=2&to=1",
    "from=2026-11-21",
    "from=2026-02-30T10:00Z",
  ]) {
    expect(await told(await ask("GET", `/history/shop.a?${query}`))).toEqual([400, "bad_input"]);
  }
});

test("[API5] what is no request is refused with the status that HTTP has for it", async () => {
  const { ask } = await signUpProgram();
  const post = async (text: string) => told(await ask("POST", "/values", text));
  for (const text of ["", "{", "[]", "{}", '{"values":{}}', '{"values":{"a..b":1}}', '{"values":{"shop.a":1},"x":1}']) {
    expect(await post(text)).toEqual([400, "bad_input"]);
  }
  expect(await post('{"values":{"__proto__":1,"shop.a":1}}')).toEqual([400, "bad_input"]);
  expect(await post('{"values":{"shop.a":1e999}}')).toEqual([400, "bad_input"]);
  expect(await post(`{"values":{"shop.a":${"[".repeat(65)}${"]".repeat(65)}}}`)).toEqual([400, "bad_input"]);
  expect(await post(JSON.stringify({ values: { "shop.a": "x".repeat(256 * 1024) } }))).toEqual([
    413,
    "frame_too_large",
  ]);
  const typed = await ask("POST", "/values", "{}", { "Content-Type": "text/plain" });
  expect([typed.status, typed.headers.get("Accept")]).toEqual([415, "application/json"]);
  const packed = { "Content-Encoding": "gzip" };
  expect((await ask("POST", "/values", "{}", packed)).status).toBe(415);
  const other = await ask("PATCH", "/keys/shop.a", 1);
  expect([other.status, other.headers.get("Allow")]).toEqual([405, "GET, PUT, DELETE"]);
  for (const path of ["/keys/", "/nothing", "/values/x", "/keys/a/b"])
    expect((await ask("GET", path)).status).toBe(404);
  for (const name of ["a..b", "%", "%ff", "constructor"]) expect((await ask("GET", `/keys/${name}`)).status).toBe(400);
  expect(await told(await ask("PUT", "/keys/gone.a", 1))).toEqual([404, "not_found"]);
  expect(await told(await ask("PUT", "/keys/%24sources.shop", 1))).toEqual([403, "read_only"]);
});

test("[API6] only a key opens it: no cookie, no ticket, nothing of another origin", async () => {
  const { owner, text } = await signUpProgram();
  const ask = (headers: Headers | Record<string, string>, query = "") =>
    exports.default.fetch(`http://localhost:8787/api/v1/keys${query}`, { headers });
  const answers = await Promise.all([
    ask({}),
    ask(owner.browser.headers),
    ask({ Authorization: `Basic ${text}` }),
    ask({ Authorization: "Bearer dbk_x" }),
    ask({}, `?key=${text}&access_token=${text}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  expect(answers[0]?.headers.get("WWW-Authenticate")).toBe('Bearer realm="Deltaboard"');
  expect(answers[3]?.headers.get("WWW-Authenticate")).toContain('error="invalid_token"');
  const good = await ask({ Authorization: `Bearer ${text}`, Origin: "https://evil.example" });
  expect([good.status, good.headers.get("Access-Control-Allow-Origin")]).toEqual([200, null]);
  expect([good.headers.get("Cache-Control"), good.headers.get("Set-Cookie")]).toEqual(["no-store", null]);
});

test("[API7] 600 requests a minute; the next one is told when to come back", async () => {
  const { ask } = await signUpProgram();
  vi.useFakeTimers({ toFake: ["Date"], now: 60_000 * Math.ceil(Date.now() / 60_000) + 1_000 });
  for (let i = 0; i < REQUESTS_A_MINUTE; i += 100) {
    const some = await Promise.all(Array.from({ length: 100 }, () => ask("GET", "/nothing")));
    expect(new Set(some.map(({ status }) => status))).toEqual(new Set([404]));
  }
  const over = await ask("GET", "/nothing");
  expect([over.status, over.headers.get("Retry-After")]).toEqual([429, "59"]);
  vi.setSystemTime(Date.now() + 59_000);
  expect((await ask("GET", "/nothing")).status).toBe(404);
  vi.useRealTimers();
});

test("[L8] a key opens its workspace's connection as well, writes there, and loses it when it is revoked", async () => {
  const { owner, access, keyId, text } = await signUpProgram();
  const headers = new Headers({ Authorization: `Bearer ${text}` });
  expect((await upgrade((await signUpProgram()).owner.workspace, headers)).status).toBe(404);
  const till = readerOf(await upgrade(owner.workspace, headers));
  await settled(() => expect(till.of("welcome")[0]?.principal).toEqual({ kind: "key", id: keyId, name: "Till" }));
  till.socket.send(JSON.stringify({ type: "set", id: "w1", key: "shop.a", value: 1 }));
  await settled(() => expect(till.of("done")).toMatchObject([{ id: "w1" }]));
  const ada = await enter(owner, owner.workspace);
  ada.socket.send(JSON.stringify({ type: "set", id: "w1", key: "shop.a", value: 2 }));
  await settled(() => expect(ada.of("error")).toMatchObject([{ code: "read_only" }]));
  await revokeKey(env, access, keyId);
  await settled(() => expect(till.closed).toMatchObject({ code: 4501 }));
  expect(ada.closed).toBeNull();
});
