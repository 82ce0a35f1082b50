import { evictDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Json } from "../../core/json";
import { MAX_INTERVAL } from "../../core/sources/definition";
import { PUSH } from "../../core/sources/written";
import { openDatabase } from "../../db/database";
import { insertSource } from "../../db/queries/sources";
import { liveObject } from "../../server/live-object";
import { dropSigningSecret, makeSigningSecret, pushAccess, setOrigins } from "../../server/push-access";
import { sign, TOLERANCE } from "../../sources/push/signature";
import { owner } from "../testing/socket";

const SECRET = "whsec_of_some_length_or_other";
const NOW = Date.parse("2026-11-21T10:00:00Z");
const ORIGIN = "https://www.example.com";

beforeEach(() => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A workspace with a source that is pushed to, set up so. */
async function pushed(settings: Record<string, Json> = { signing: { plain: SECRET } }) {
  const workspace = `w-${crypto.randomUUID()}`;
  const id = crypto.randomUUID();
  const sealed = await liveObject(env, workspace).sealed(id, settings);
  if (!sealed.ok) throw new Error(sealed.field);
  const made = { id, slug: "shop", name: "Shop", kind: PUSH, settings: sealed.settings, interval: MAX_INTERVAL };
  await insertSource(openDatabase(env.DB), workspace, { ...made, now: new Date(NOW) });
  await liveObject(env, workspace).sourcesChanged();
  const held = async () => {
    const { values } = await liveObject(env, workspace).changesSince(owner, ["shop.*"], null);
    return Object.fromEntries(values.map(({ key, value }) => [key, value]));
  };
  return { id, workspace, held };
}

const ask = (path: string, init: RequestInit) => exports.default.fetch(`http://localhost:8787/api/v1${path}`, init);

async function hook(
  id: string,
  body: unknown,
  more: { secret?: string; at?: number; headers?: Record<string, string> } = {},
) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signature = await sign(more.secret ?? SECRET, text, more.at ?? NOW);
  const headers = { "Content-Type": "application/json", "Deltaboard-Signature": signature, ...more.headers };
  return ask(`/hooks/${id}`, { method: "POST", body: text, headers });
}

const told = async (response: Response) => [response.status, (await response.json<{ code: string }>()).code];

test("[WH3] a signed push sets, appends and removes keys of its source, all or none", async () => {
  const { id, workspace, held } = await pushed();
  const first = await hook(id, { values: { open: true, price: 2 }, stream: "orders", events: [{ n: 1 }] });
  expect([first.status, await first.json()]).toEqual([200, { cursor: expect.any(String), delivered: 0 }]);
  expect(await held()).toEqual({
    "shop.open": true,
    "shop.price": 2,
    "shop.orders": [expect.objectContaining({ data: { n: 1 } })],
  });
  const log = await liveObject(env, workspace).logOf(owner, "shop.open");
  expect(log?.changes).toMatchObject([{ by: { how: "webhook", name: "Shop" }, to: true }]);
  expect((await hook(id, { remove: ["open"] })).status).toBe(200);
  expect(Object.keys(await held())).toEqual(["shop.price", "shop.orders"]);
  expect(await told(await hook(id, { values: { price: 3 }, stream: "price", events: [1] }))).toEqual([
    400,
    "bad_input",
  ]);
  expect((await held())["shop.price"]).toBe(2);
});

test("[WH1] what is not signed by the source's secret is refused, in one sentence, and changes nothing", async () => {
  const { id, held } = await pushed();
  const other = await pushed({});
  const push = { values: { a: 1 } };
  const wrong = await hook(id, push, { secret: "another secret of some length" });
  const unset = await hook(other.id, push);
  const swapped = await hook(id, '{"values":{"a":2}}', {
    headers: { "Deltaboard-Signature": await sign(SECRET, '{"values":{"a":1}}', NOW) },
  });
  const none = await ask(`/hooks/${id}`, {
    method: "POST",
    body: "{}",
    headers: { "Content-Type": "application/json" },
  });
  for (const answer of [wrong, unset, swapped, none]) expect(await told(answer)).toEqual([401, "unauthenticated"]);
  expect(await told(await hook(crypto.randomUUID(), push))).toEqual([404, "not_found"]);
  expect([await held(), await other.held()]).toEqual([{}, {}]);
});

test("[WH2] a push signed more than five minutes ago, or ahead, is refused", async () => {
  const { id, held } = await pushed();
  for (const at of [NOW - TOLERANCE - 1_000, NOW + TOLERANCE + 1_000]) {
    expect(await told(await hook(id, { values: { a: 1 } }, { at }))).toEqual([401, "unauthenticated"]);
  }
  expect((await hook(id, { values: { a: 1 } }, { at: NOW - TOLERANCE })).status).toBe(200);
  expect(await held()).toEqual({ "shop.a": 1 });
});

test("[WH4] the same push again changes nothing, also after others and after a restart", async () => {
  const { id, workspace, held } = await pushed();
  const first = await (await hook(id, { stream: "s", events: [1], values: { a: 1 } })).json<{ cursor: string }>();
  await hook(id, { values: { a: 2 } });
  for (let i = 0; i < 2; i++) {
    const again = await hook(id, { stream: "s", events: [1], values: { a: 1 } });
    expect([again.status, await again.json()]).toEqual([200, { cursor: first.cursor, delivered: 0 }]);
    await evictDurableObject(env.DASHBOARD.getByName(workspace));
  }
  expect(await held()).toEqual({ "shop.a": 2, "shop.s": [expect.objectContaining({ data: 1 })] });
});

test("[WH4] under the same Idempotency-Key a push that is signed anew counts once", async () => {
  const { id, held } = await pushed();
  const headers = { "Idempotency-Key": "order-1" };
  await hook(id, { stream: "s", events: [1] }, { headers });
  await hook(id, { stream: "s", events: [1] }, { headers, at: NOW + 1_000 });
  expect(await held()).toEqual({ "shop.s": [expect.objectContaining({ data: 1 })] });
});

test.each([
  ["no JSON", "{"],
  ["nothing", {}],
  ["another member", { value: 1 }],
  ["events of nowhere", { events: [1] }],
  ["no name", { values: { "a b": 1 } }],
  ["a name of the engine's", { values: { "": 1 } }],
  ["a prototype", '{"values":{"__proto__":{"a":1}}}'],
])("[WH3] %s is no push", async (_, body) => {
  const { id, held } = await pushed();
  expect((await told(await hook(id, body)))[0]).toBe(400);
  expect(await held()).toEqual({});
});

test("[WH6] a secret is told once, replaced and taken back; the page says only that there is one", async () => {
  const { id, workspace, held } = await pushed({});
  const access = { workspace: { id: workspace, slug: "harbour", name: "Harbour" }, principal: owner };
  const first = (await makeSigningSecret(env, access, "shop")) ?? "";
  expect(first).toMatch(/^whsec_[\w-]{43}$/);
  expect((await hook(id, { values: { a: 1 } }, { secret: first })).status).toBe(200);
  const second = (await makeSigningSecret(env, access, "shop")) ?? "";
  expect((await hook(id, { values: { a: 2 } }, { secret: first })).status).toBe(401);
  expect((await hook(id, { values: { a: 3 } }, { secret: second })).status).toBe(200);
  await setOrigins(env, access, "shop", [ORIGIN]);
  const told = await pushAccess(env, access, "shop");
  expect(told).toMatchObject({ id, isSigned: true, origins: [ORIGIN] });
  expect(JSON.stringify(told)).not.toContain("whsec_");
  await dropSigningSecret(env, access, "shop");
  expect((await hook(id, { values: { a: 4 } }, { secret: second })).status).toBe(401);
  expect([(await pushAccess(env, access, "shop")).origins, await held()]).toEqual([[ORIGIN], { "shop.a": 3 }]);
  await expect(pushAccess(env, access, "none")).rejects.toMatchObject({ init: { status: 404 } });
});

const beacon = (id: string, body: string, headers: Record<string, string> = { Origin: ORIGIN }, method = "POST") =>
  ask(`/beacons/${id}`, {
    method,
    headers: { "Content-Type": "text/plain;charset=UTF-8", ...headers },
    ...(method === "POST" ? { body } : {}),
  });

test("[WH5] no page may send events, until its origin is allowed", async () => {
  const { id, held } = await pushed({});
  const allowed = await pushed({ origins: [ORIGIN] });
  for (const answer of [
    await beacon(id, '{"name":"view"}'),
    await beacon(id, "", { Origin: ORIGIN }, "OPTIONS"),
    await beacon(allowed.id, '{"name":"view"}', { Origin: "https://example.com" }),
    await beacon(allowed.id, '{"name":"view"}', { Origin: "null" }),
    await beacon(allowed.id, '{"name":"view"}', {}),
    await beacon(crypto.randomUUID(), '{"name":"view"}'),
  ]) {
    expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([403, null]);
  }
  expect([await held(), await allowed.held()]).toEqual([{}, {}]);
});

test("[WH5] an event of an allowed page is appended, and says nothing of who sent it", async () => {
  const { id, held } = await pushed({ origins: [ORIGIN] });
  const preflight = await beacon(id, "", { Origin: ORIGIN }, "OPTIONS");
  expect([
    preflight.status,
    preflight.headers.get("Access-Control-Allow-Origin"),
    preflight.headers.get("Vary"),
  ]).toEqual([204, ORIGIN, "Origin"]);
  expect(preflight.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  const sent = await beacon(id, '{"name":"view","path":"/prices","data":{"plan":"a"}}');
  expect([sent.status, sent.headers.get("Access-Control-Allow-Origin")]).toEqual([204, ORIGIN]);
  const data = { name: "view", path: "/prices", referrer: null, data: { plan: "a" } };
  expect(await held()).toEqual({ "shop.events": [expect.objectContaining({ data })] });
  for (const body of [
    "{",
    "{}",
    '{"name":""}',
    '{"name":"a","ip":1}',
    JSON.stringify({ name: "a", data: "x".repeat(2_001) }),
  ]) {
    expect((await beacon(id, body)).status).toBe(400);
  }
});

test("[WH5] one visitor may not flood it", async () => {
  const { id } = await pushed({ origins: [ORIGIN] });
  const from = (address: string) => beacon(id, '{"name":"view"}', { Origin: ORIGIN, "CF-Connecting-IP": address });
  const answers = await Promise.all(Array.from({ length: 61 }, () => from("198.51.100.7")));
  expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
  expect((await from("198.51.100.8")).status).toBe(204);
});
