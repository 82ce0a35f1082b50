import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Json } from "../../core/json";
import { firstLook } from "../testing/first-look";
import { type ScriptedUpstream, scriptedUpstream } from "../testing/scripted-upstream";
import { testEgress } from "../testing/test-egress";
import { httpJson } from "./connector";

let upstream: ScriptedUpstream;
beforeAll(async () => {
  upstream = await scriptedUpstream();
});
beforeEach(() => upstream.reset());
afterAll(() => upstream.close());

type Kept = Parameters<typeof httpJson.read>[3];

async function read(more: Record<string, Json>, kept?: Kept, look = firstLook) {
  const parsed = httpJson.parseSettings({ url: `${upstream.url}/data`, ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return httpJson.read(parsed.settings, testEgress, look, kept);
}

const page = (ids: number[], more: Record<string, Json> = {}) => ({
  items: ids.map((id) => ({ id, v: id * 10 })),
  ...more,
});
const items = [{ path: "item", expression: "items", id: "id", value: "v" }];

describe("[HJ1] what is asked", () => {
  test("parameters go behind those of the address, or in place of one of that name", async () => {
    upstream.route("/data", { do: "json", value: { n: 1 } });
    await read({ url: `${upstream.url}/data?a=1&b=2`, query: { b: "x y", c: "&" } });
    expect(upstream.requests("/data")[0]).toMatchObject({ method: "GET", url: "/data?a=1&b=x+y&c=%26" });
  });

  test("a body is posted as JSON, unless a header says otherwise", async () => {
    upstream.route("/data", { do: "json", value: { n: 1 } });
    await read({ body: '{"q":1}' });
    await read({ body: "<q/>", headers: { "Content-Type": "text/xml" } });
    expect(upstream.requests("/data")).toMatchObject([
      { method: "POST", body: '{"q":1}', headers: { "content-type": "application/json", accept: "application/json" } },
      { method: "POST", body: "<q/>", headers: { "content-type": "text/xml" } },
    ]);
  });
});

describe("[HJ2] what has not changed", () => {
  const changed = { do: "answer", body: '{"n":1}', headers: { etag: '"v1"' } } as const;

  test("is asked for by its tag, and a 304 is told as such", async () => {
    upstream.route("/data", [changed, { do: "answer", status: 304 }]);
    const first = await read({});
    expect(first).toMatchObject({ ok: true, kept: { etag: '"v1"' } });
    expect(upstream.requests("/data")[0]?.headers).not.toHaveProperty("if-none-match");
    const second = await read({}, first.ok ? first.kept : undefined);
    expect(upstream.requests("/data")[1]?.headers).toMatchObject({ "if-none-match": '"v1"' });
    expect(second).toEqual({ ok: true, readings: [], unchanged: true });
  });

  test("is asked for by its date where it has no tag", async () => {
    const date = "Sat, 21 Nov 2026 10:00:00 GMT";
    upstream.route("/data", [
      { ...changed, headers: { "last-modified": date } },
      { do: "answer", status: 304 },
    ]);
    const first = await read({});
    await read({}, first.ok ? first.kept : undefined);
    expect(upstream.requests("/data")[1]?.headers).toMatchObject({ "if-modified-since": date });
  });

  test("a 304 that nobody asked for is a failure", async () => {
    upstream.route("/data", { do: "answer", status: 304 });
    expect(await read({})).toMatchObject({ ok: false, failure: { code: "upstream_status" } });
  });

  test("what is posted, and pages, are asked for whole", async () => {
    upstream.route("/data", changed);
    expect(await read({ body: "{}" }, { etag: '"v1"' })).not.toHaveProperty("kept");
    expect(await read({ pages: { by: "header" } }, { etag: '"v1"' })).not.toHaveProperty("kept");
    for (const { headers } of upstream.requests("/data")) expect(headers).not.toHaveProperty("if-none-match");
  });
});

describe("[HJ3] pages", () => {
  test("by a Link header, whose targets may be relative and hold commas", async () => {
    const link = '</a,b;c>; rel="prev first", </p2?x=1,2>; title="a \\", <no>; rel=next"; rel="Next last"';
    upstream.route("/data", { do: "answer", body: JSON.stringify(page([1])), headers: { link } });
    upstream.route("/p2", { do: "answer", body: JSON.stringify(page([2])), headers: { link: "<p3>; rel=next" } });
    upstream.route("/p3", { do: "json", value: page([3]) });
    const outcome = await read({ pages: { by: "header" }, mapping: items });
    expect(outcome).toMatchObject({ ok: true, readings: [{ path: "item.1" }, { path: "item.2" }, { path: "item.3" }] });
    expect(upstream.requests("/p2")[0]?.url).toBe("/p2?x=1,2");
  });

  test("by an address in the answer", async () => {
    upstream.route("/data", { do: "json", value: page([1], { next: "/p2" }) });
    upstream.route("/p2", { do: "json", value: page([2], { next: null }) });
    const outcome = await read({ pages: { by: "address", expression: "next" }, mapping: items });
    expect(outcome).toMatchObject({ ok: true, readings: [{ path: "item.1" }, { path: "item.2" }] });
  });

  test("by a cursor, also of what is posted", async () => {
    const cursors = [
      { do: "json", value: page([1], { c: "a b" }) } as const,
      { do: "json", value: page([2]) } as const,
    ];
    upstream.route("/data", cursors);
    const pages = { by: "cursor", expression: "c", parameter: "after" };
    expect(await read({ pages, query: { limit: "1" }, body: "{}", mapping: items })).toMatchObject({
      readings: [
        { path: "item.1", value: 10 },
        { path: "item.2", value: 20 },
      ],
    });
    expect(upstream.requests("/data").map(({ url }) => url)).toEqual(["/data?limit=1", "/data?limit=1&after=a+b"]);
    expect(upstream.requests("/data")[1]).toMatchObject({ method: "POST", body: "{}" });
  });

  test("up to the bound, with a note; a page that leads back to itself is the last", async () => {
    upstream.route(
      "/data",
      [2, 3, 4, 4].map((c) => ({ do: "json", value: page([1], { c }) }) as const),
    );
    const pages = { by: "cursor", expression: "c", parameter: "p" };
    expect(await read({ pages, maxPages: 2 })).toMatchObject({ notes: ["Only the first 2 pages were read."] });
    expect(upstream.count("/data")).toBe(2);
    expect(await read({ pages, maxPages: 9 })).not.toHaveProperty("notes");
    expect(upstream.count("/data")).toBe(4);
  });

  test("not on another server, and not where the expression finds no address", async () => {
    upstream.route("/data", { do: "json", value: page([1], { next: "https://elsewhere.example/", odd: [1] }) });
    const elsewhere = await read({ pages: { by: "address", expression: "next" } });
    expect(elsewhere).toMatchObject({ ok: false, failure: { code: "bad_mapping" } });
    expect(!elsewhere.ok && elsewhere.failure.message).toBe(
      "Pages: the next page is on another server, and is not read.",
    );
    expect(await read({ pages: { by: "address", expression: "odd" } })).toMatchObject({ ok: false });
    expect(await read({ pages: { by: "address", expression: "[" } })).toMatchObject({ ok: false });
  });

  test("[N2] after a redirect to another server, further pages there get no header of the source's", async () => {
    const other = await scriptedUpstream();
    upstream.route("/data", { do: "redirect", to: `${other.url}/moved` });
    other.route("/moved", { do: "json", value: page([1], { next: "/second" }) });
    other.route("/second", { do: "json", value: page([2]) });
    const pages = { by: "address", expression: "next" };
    expect(await read({ pages, mapping: items, headers: { Authorization: "Bearer abc" } })).toMatchObject({ ok: true });
    const heard = [...other.requests("/moved"), ...other.requests("/second")].map(({ headers }) => headers);
    await other.close();
    expect(heard).toHaveLength(2);
    for (const headers of heard) expect(headers).not.toHaveProperty("authorization");
  });

  test("a page that fails fails the refresh; all share the time and the bytes", async () => {
    const next = { do: "json", value: page([1], { next: "/p2" }) } as const;
    upstream.route("/data", next);
    upstream.route("/p2", { do: "answer", status: 500 });
    const pages = { by: "address", expression: "next" };
    expect(await read({ pages })).toMatchObject({ ok: false, failure: { code: "upstream_status" } });
    upstream.route("/p2", { do: "json", value: page([...Array(80).keys()]) });
    expect(await read({ pages, maxBytes: 1_000 })).toMatchObject({ ok: false, failure: { code: "too_large" } });
    let time = 0;
    const late = { ...firstLook, now: () => (time += 20_000) };
    expect(await read({ pages }, undefined, late)).toMatchObject({ ok: false, failure: { code: "timeout" } });
  });
});

test("[HJ4] lists at one place of two pages are joined, unless they are equal; all else is of the first", async () => {
  upstream.route("/data", { do: "json", value: { a: { list: [1] }, columns: ["x"], total: 3, next: "/p2" } });
  upstream.route("/p2", { do: "json", value: { a: { list: [2, 3] }, columns: ["x"], total: 9 } });
  const mapping = ["a.list", "columns", "total"].map((expression, i) => ({ path: `k${i}`, expression }));
  expect(await read({ pages: { by: "address", expression: "next" }, mapping })).toMatchObject({
    readings: [{ value: [1, 2, 3] }, { value: ["x"] }, { value: 3 }],
  });
});
