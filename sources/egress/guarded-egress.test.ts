import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EgressRequest } from "../../core/sources/connector";
import { keptLog } from "../testing/kept-log";
import { matching } from "../testing/matching";
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
  mark: "ab12",
  now: () => Date.parse("2026-11-21T10:00:00Z"),
};

function get(path: string, more: Partial<EgressRequest> = {}, over: Partial<EgressOptions> = {}) {
  const url = path.startsWith("/") ? upstream.url + path : path;
  return guardedEgress({ ...options, ...over }).get({ url, timeout: 10_000, maxBytes: 5_000_000, ...more });
}

/** Deadlines that pass when the test says so: the first is that of the whole, the second that of the first byte. */
function turnedByHand(): { after: After; pass: (which: number) => void; set: number[] } {
  const waiting: (() => void)[] = [];
  const set: number[] = [];
  const after: After = (milliseconds, run) => {
    set.push(milliseconds);
    waiting.push(run);
    return () => {};
  };
  return { after, set, pass: (which) => waiting[which]?.() };
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
  expect(upstream.requests("/data")[0]?.headers).toMatchObject({ "x-tenant": "a", "deltaboard-hop": "ab12" });
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

test.each([
  [3_000, 3_000],
  [8_000, 5_000],
  [10_000, 5_000],
  [30_000, 15_000],
])("[N3] of %s ms an answer has %s to begin; then it is given up, and hung up on", async (timeout, begin) => {
  upstream.route("/data", { do: "hang" });
  const hand = turnedByHand();
  const reply = get("/data", { timeout }, { after: hand.after });
  await upstream.asked("/data", 1);
  expect(hand.set).toEqual([timeout, begin]);
  hand.pass(1);
  expect(await reply).toEqual({
    ok: false,
    failure: { code: "timeout", message: `There was no answer within ${begin / 1_000} s.` },
  });
});

test("[N3] an answer that has begun is given up at the one deadline over all of it", async () => {
  upstream.route("/data", { do: "drip", every: 5 });
  const hand = turnedByHand();
  const dripping = Promise.withResolvers<void>();
  const watched = async (url: string, init: RequestInit) => {
    const response = await fetch(url, init);
    dripping.resolve();
    return response;
  };
  const reply = get("/data", { timeout: 8_000 }, { after: hand.after, fetch: watched });
  await dripping.promise;
  hand.pass(0);
  expect(await reply).toEqual({
    ok: false,
    failure: { code: "timeout", message: "There was no complete answer within 8 s." },
  });
});

test("a deadline is taken back once there is an answer", async () => {
  upstream.route("/data", { do: "answer", body: "1" });
  let taken = 0;
  await get("/data", {}, { after: () => () => (taken += 1) });
  expect(taken).toBe(2);
});

test("[N5] 50 MB are cut off at the limit", async () => {
  upstream.route("/data", { do: "flood", bytes: 50_000_000 });
  expect(await get("/data")).toEqual({
    ok: false,
    failure: { code: "too_large", message: "The answer is larger than 5 MB." },
  });
});

test("[N5] the limit counts what is unpacked: 50 MB of zeros in 50 kB are too large", async () => {
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

test("[N2] a redirect is followed; the source's headers stay with its origin", async () => {
  upstream.route("/data", { do: "redirect", to: "/moved" });
  upstream.route("/moved", { do: "redirect", to: `${other.url}/there`, status: 307 });
  other.route("/there", { do: "answer", body: "42" });
  expect(await get("/data", { headers: { accept: "text/plain", "x-token": "t" } })).toMatchObject({ text: "42" });
  expect(upstream.requests("/moved")[0]?.headers).toMatchObject({ "x-token": "t" });
  expect(other.requests("/there")[0]?.headers).toMatchObject({ accept: "text/plain" });
  expect(other.requests("/there")[0]?.headers).not.toHaveProperty("x-token");
});

test("[N2] headers dropped on the way do not come back with a redirect home", async () => {
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

test("[N2] a redirect from outside to a private address is refused and not asked", async () => {
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

test.each(["image/png", "audio/mpeg", "video/mp4", "font/woff2", "multipart/mixed; boundary=a"])(
  "[N5] an answer of type %s is not even read",
  async (type) => {
    upstream.route("/data", { do: "flood", bytes: 50_000_000 });
    const typed = async (url: string, init: RequestInit) => {
      const { body } = await fetch(url, init);
      return new Response(body, { headers: { "content-type": type } });
    };
    expect(await get("/data", {}, { fetch: typed })).toMatchObject({ ok: false, failure: { code: "bad_body" } });
  },
);

test.each(["", "text/html", "application/geo+json", "application/octet-stream", "binary/octet-stream"])(
  "[N5] an answer of type %j is read",
  async (type) => {
    upstream.route("/data", { do: "answer", body: "1", headers: { "content-type": type } });
    expect(await get("/data")).toMatchObject({ ok: true, text: "1" });
  },
);

describe("[N4] a public name", () => {
  const answers = async () => new Response("1");
  const reach = (addresses: readonly string[] | null, to = "https://example.com/") => {
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return addresses;
    };
    const reply = get(to, {}, { allowPrivate: false, fetch: answers, resolve, log: keptLog() });
    return reply.then((one) => ({ ok: one.ok, asked, said: one.ok ? "" : one.failure.message }));
  };

  test.each([
    ["127.0.0.1"],
    ["10.1.2.3"],
    ["169.254.169.254"],
    ["[::1]"],
    ["[fd00:ec2::254]"],
    ["[64:ff9b::7f00:1]"],
    ["8.8.8.8", "192.168.0.1"],
    ["[]"],
  ])("that leads to %s is refused in the words of any private address", async (...addresses) => {
    expect(await reach(addresses)).toEqual({ ok: false, asked: ["example.com"], said: matching(/is private/) });
  });

  test("that leads outside, has no address or cannot be looked up is asked", async () => {
    expect(await reach(["8.8.8.8", "[2606:4700::1111]"])).toMatchObject({ ok: true });
    expect(await reach([])).toMatchObject({ ok: true });
    expect(await reach(null)).toMatchObject({ ok: true });
  });

  test("is looked up; an address is not", async () => {
    expect((await reach([], "https://8.8.8.8/")).asked).toEqual([]);
    expect((await reach([], "https://[2606:4700::1111]/")).asked).toEqual([]);
  });

  test("is looked up at each hop of a redirect", async () => {
    const moved = async (url: string) =>
      url.includes("inner") ? new Response("1") : Response.redirect("https://inner.example/", 302);
    const resolve = async (name: string) => (name.startsWith("inner") ? ["10.0.0.1"] : ["8.8.8.8"]);
    const reply = await get("https://example.com/", {}, { allowPrivate: false, fetch: moved, resolve });
    expect(reply).toMatchObject({ ok: false, failure: { code: "refused_address" } });
    expect(JSON.stringify(reply)).not.toContain("inner");
  });
});

test("[Z7] a request with a secret goes to a public address by https only, at each hop", async () => {
  const secret = { confidential: true, allowPrivate: false, fetch: async () => new Response("1") };
  expect(await get("http://example.com/", {}, secret)).toMatchObject({ failure: { code: "refused_address" } });
  expect(await get("https://example.com/", {}, secret)).toMatchObject({ ok: true });
  upstream.route("/data", { do: "answer", body: "1" });
  expect(await get("/data", {}, { confidential: true })).toMatchObject({ ok: true });
});
