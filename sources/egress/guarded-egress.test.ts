import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { EgressRequest } from "../../core/sources/connector";
import { type ScriptedUpstream, scriptedUpstream } from "../testing/scripted-upstream";
import type { After } from "./deadline";
import { type EgressOptions, guardedEgress } from "./guarded-egress";

let upstream: ScriptedUpstream;
let other: ScriptedUpstream;
beforeAll(async () => {
  upstream = await scriptedUpstream();
  other = await scriptedUpstream();
});
beforeEach(() => {
  upstream.reset();
  other.reset();
});
afterAll(() => Promise.all([upstream.close(), other.close()]));

const options: EgressOptions = {
  fetch: (url, init) => fetch(url, init),
  allowPrivate: true,
  ownHosts: [],
  upstreams: {},
  now: () => Date.parse("2026-11-21T10:00:00Z"),
};

function get(path: string, more: Partial<EgressRequest> = {}, over: Partial<EgressOptions> = {}) {
  const url = path.startsWith("/") ? upstream.url + path : path;
  return guardedEgress({ ...options, ...over }).get({ url, timeout: 10_000, maxBytes: 5_000_000, ...more });
}

/** A deadline that passes when the test says so. */
function turnedByHand(): { after: After; pass: () => void; set: number[] } {
  const waiting = new Set<() => void>();
  const set: number[] = [];
  const after: After = (milliseconds, run) => {
    set.push(milliseconds);
    waiting.add(run);
    return () => waiting.delete(run);
  };
  return { after, set, pass: () => waiting.forEach((run) => run()) };
}

test("reads an answer with its type, and sends the source's headers and the marker", async () => {
  upstream.route("/data", { do: "answer", body: "größe 1", headers: { "content-type": "text/plain; charset=utf-8" } });
  expect(await get("/data", { headers: { "X-Tenant": "a" } })).toEqual({
    ok: true,
    status: 200,
    contentType: "text/plain; charset=utf-8",
    text: "größe 1",
    url: `${upstream.url}/data`,
    headers: {},
  });
  expect(upstream.requests("/data")[0]?.headers).toMatchObject({ "x-tenant": "a", "deltaboard-hop": "1" });
});

test("posts a body, and says what an answer's headers and address are", async () => {
  const headers = { etag: '"1"', link: '</next>; rel="next"', "set-cookie": "a=b" };
  upstream.route("/moved", { do: "redirect", to: "/data", status: 307 });
  upstream.route("/data", { do: "answer", body: "1", headers });
  const reply = await get("/moved", { body: "{}", headers: { "content-type": "application/json" } });
  expect(reply).toMatchObject({ url: `${upstream.url}/data`, headers: { etag: '"1"', link: '</next>; rel="next"' } });
  expect(reply.ok && Object.keys(reply.headers ?? {})).toEqual(["etag", "link"]);
  expect(upstream.requests("/data")[0]).toMatchObject({ method: "POST", body: "{}" });
});

test("what is posted goes to no other server, and a 303 has it asked for by GET", async () => {
  upstream.route("/away", { do: "redirect", to: `${other.url}/data`, status: 308 });
  expect(await get("/away", { body: "secret" })).toMatchObject({ failure: { code: "refused_address" } });
  expect(other.count("/data")).toBe(0);
  upstream.route("/see", { do: "redirect", to: `${other.url}/data`, status: 303 });
  other.route("/data", { do: "answer", body: "1" });
  expect(await get("/see", { body: "secret" })).toMatchObject({ ok: true });
  expect(other.requests("/data")[0]).toMatchObject({ method: "GET", body: "" });
});

test("a 304 is an answer to who asked for changes only", async () => {
  upstream.route("/data", { do: "answer", status: 304 });
  expect(await get("/data", { headers: { "If-None-Match": '"1"' } })).toMatchObject({
    ok: true,
    status: 304,
    text: "",
  });
  expect(await get("/data")).toMatchObject({ ok: false, failure: { code: "upstream_status" } });
});

test("unpacks a compressed answer", async () => {
  upstream.route("/data", { do: "answer", body: "plain", gzip: true });
  expect(await get("/data")).toMatchObject({ ok: true, text: "plain" });
});

test.each([400, 401, 404, 500, 502, 503])("status %s is told as it is", async (status) => {
  upstream.route("/data", { do: "answer", status, body: "<script>secret</script>" });
  expect(await get("/data")).toEqual({
    ok: false,
    failure: { code: "upstream_status", message: `Upstream answered ${status}.` },
  });
});

test.each<[number, string, string, number | undefined]>([
  [429, "120", "rate_limited", 120_000],
  [429, "never", "rate_limited", undefined],
  [503, "Sat, 21 Nov 2026 10:01:00 GMT", "upstream_status", 60_000],
  [500, "120", "upstream_status", undefined],
])("status %s with Retry-After %s: %s, wait %s ms", async (status, header, code, retryAfter) => {
  upstream.route("/data", { do: "answer", status, headers: { "retry-after": header } });
  const reply = await get("/data");
  expect(reply).toMatchObject({ ok: false, failure: { code } });
  expect(reply.ok ? "" : reply.retryAfter).toBe(retryAfter);
});

test("an upstream that never answers is given up at the deadline, and hung up on", async () => {
  upstream.route("/data", { do: "hang" });
  const hand = turnedByHand();
  const reply = get("/data", { timeout: 3_000 }, { after: hand.after });
  await upstream.asked("/data", 1);
  expect(hand.set).toEqual([3_000]);
  hand.pass();
  expect(await reply).toEqual({
    ok: false,
    failure: { code: "timeout", message: "There was no complete answer within 3 s." },
  });
});

test("the deadline holds for the body as well: a byte now and then does not keep it away", async () => {
  upstream.route("/data", { do: "drip", every: 5 });
  const hand = turnedByHand();
  const dripping = Promise.withResolvers<void>();
  const watched = async (url: string, init: RequestInit) => {
    const response = await fetch(url, init);
    dripping.resolve();
    return response;
  };
  const reply = get("/data", {}, { after: hand.after, fetch: watched });
  await dripping.promise;
  hand.pass();
  expect(await reply).toMatchObject({ ok: false, failure: { code: "timeout" } });
});

test("a deadline is taken back once there is an answer", async () => {
  upstream.route("/data", { do: "answer", body: "1" });
  let taken = 0;
  await get("/data", {}, { after: () => () => (taken += 1) });
  expect(taken).toBe(1);
});

test("50 MB are cut off at the limit", async () => {
  upstream.route("/data", { do: "flood", bytes: 50_000_000 });
  expect(await get("/data")).toEqual({
    ok: false,
    failure: { code: "too_large", message: "The answer is larger than 5 MB." },
  });
});

test("the limit counts what is unpacked: 50 MB of zeros in 50 kB are too large", async () => {
  upstream.route("/data", { do: "flood", bytes: 50_000_000, gzip: true });
  const before = process.memoryUsage().arrayBuffers;
  expect(await get("/data")).toMatchObject({ ok: false, failure: { code: "too_large" } });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test("an answer of exactly the limit is read", async () => {
  upstream.route("/data", { do: "flood", bytes: 100_000 });
  expect(await get("/data", { maxBytes: 100_000 })).toMatchObject({ ok: true });
  expect(await get("/data", { maxBytes: 99_999 })).toEqual({
    ok: false,
    failure: { code: "too_large", message: "The answer is larger than 99.999 kB." },
  });
});

test("an answer that breaks off, or cannot be unpacked, is none", async () => {
  upstream.route("/cut", { do: "cut", body: "half" });
  upstream.route("/mangled", { do: "answer", body: "not gzip", headers: { "content-encoding": "gzip" } });
  expect(await get("/cut")).toMatchObject({ ok: false, failure: { code: "unreachable" } });
  expect(await get("/mangled")).toMatchObject({ ok: false, failure: { code: "unreachable" } });
});

test("nobody listening: unreachable, and the sentence does not say why or where", async () => {
  const gone = await scriptedUpstream();
  await gone.close();
  expect(await get(`${gone.url}/data`)).toEqual({
    ok: false,
    failure: { code: "unreachable", message: "The address could not be reached." },
  });
});

test("a redirect is followed; the source's headers stay with its origin", async () => {
  upstream.route("/data", { do: "redirect", to: "/moved" });
  upstream.route("/moved", { do: "redirect", to: `${other.url}/there`, status: 307 });
  other.route("/there", { do: "answer", body: "42" });
  expect(await get("/data", { headers: { accept: "text/plain", "x-token": "t" } })).toMatchObject({ text: "42" });
  expect(upstream.requests("/moved")[0]?.headers).toMatchObject({ "x-token": "t" });
  expect(other.requests("/there")[0]?.headers).toMatchObject({ accept: "text/plain" });
  expect(other.requests("/there")[0]?.headers).not.toHaveProperty("x-token");
});

test("headers dropped on the way do not come back with a redirect home", async () => {
  upstream.route("/data", { do: "redirect", to: `${other.url}/there` });
  other.route("/there", { do: "redirect", to: `${upstream.url}/back` });
  upstream.route("/back", { do: "answer", body: "42" });
  expect(await get("/data", { headers: { "x-token": "t" } })).toMatchObject({ ok: true });
  expect(upstream.requests("/back")[0]?.headers).not.toHaveProperty("x-token");
});

test("a redirect loop ends after three hops", async () => {
  upstream.route("/data", { do: "redirect", to: "/data" });
  expect(await get("/data")).toMatchObject({ ok: false, failure: { code: "too_many_redirects" } });
  expect(upstream.count("/data")).toBe(4);
});

test("a redirect from outside to a private address is refused and not asked", async () => {
  other.route("/secret", { do: "answer", body: "inner" });
  const asked: string[] = [];
  const outside = async (url: string) => {
    asked.push(url);
    return new Response(null, { status: 302, headers: { location: `${other.url}/secret` } });
  };
  const reply = await get("https://example.com/data", {}, { allowPrivate: false, fetch: outside });
  expect(reply).toMatchObject({ ok: false, failure: { code: "refused_address" } });
  expect(JSON.stringify(reply)).not.toContain("127.0.0.1");
  expect(asked).toEqual(["https://example.com/data"]);
  expect(other.count("/secret")).toBe(0);
});

test("an operator's upstream may be private, by its name only", async () => {
  upstream.route("/metrics", { do: "answer", body: "1" });
  const over = { allowPrivate: false, upstreams: { machine: `${upstream.url}/metrics` } };
  expect(await get("upstream:machine", {}, over)).toMatchObject({ ok: true, text: "1" });
  expect(await get("/metrics", {}, over)).toMatchObject({ ok: false, failure: { code: "refused_address" } });
  expect(await get("upstream:other", {}, over)).toMatchObject({ ok: false, failure: { code: "refused_address" } });
  expect(await get("upstream:toString", {}, over)).toMatchObject({ ok: false, failure: { code: "refused_address" } });
  expect(upstream.count("/metrics")).toBe(1);
});

test("an operator's upstream redirects within its origin, not to another private address", async () => {
  const over = { allowPrivate: false, upstreams: { machine: `${upstream.url}/metrics` } };
  upstream.route("/metrics", { do: "redirect", to: "/new" });
  upstream.route("/new", { do: "answer", body: "1" });
  expect(await get("upstream:machine", {}, over)).toMatchObject({ ok: true });
  upstream.route("/metrics", { do: "redirect", to: `${other.url}/secret` });
  expect(await get("upstream:machine", {}, over)).toMatchObject({ ok: false, failure: { code: "refused_address" } });
  expect(other.count("/secret")).toBe(0);
});

test("Deltaboard's own host is refused where private ones are allowed, also after a redirect", async () => {
  const over = { ownHosts: [new URL(other.url).host] };
  upstream.route("/data", { do: "redirect", to: `${other.url.replace("127.0.0.1", "localhost")}/login` });
  expect(await get(`${other.url}/login`, {}, over)).toMatchObject({ failure: { code: "refused_address" } });
  expect(await get("/data", {}, over)).toMatchObject({ failure: { code: "refused_address" } });
  expect(other.count("/login")).toBe(0);
});
