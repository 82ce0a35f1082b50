import { expect, test } from "vitest";
import type { Egress, EgressRequest } from "../../core/sources/connector";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { oneAnswer } from "../testing/one-answer";
import { httpJson } from "./connector";

function settings(more: Record<string, unknown> = {}) {
  const parsed = httpJson.parseSettings({ url: "https://api.example/status", ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.settings;
}

const read = (text: string, contentType = "application/json") =>
  httpJson.read(settings(), oneAnswer({ ok: true, status: 200, contentType, text }), firstLook);

test("asks for JSON with the source's headers, within the settings' bounds", async () => {
  const asked: EgressRequest[] = [];
  const egress: Egress = {
    get: async (request) => {
      asked.push(request);
      return { ok: true, status: 200, contentType: "application/json", text: "1" };
    },
  };
  await httpJson.read(settings({ headers: { "X-Tenant": "a" } }), egress, firstLook);
  expect(asked).toEqual([
    {
      url: "https://api.example/status",
      timeout: 10_000,
      maxBytes: 5_000_000,
      headers: { accept: "application/json", "X-Tenant": "a" },
    },
  ]);
});

test("what the way out says is the outcome", async () => {
  const reply = { ok: false, failure: { code: "rate_limited", message: "Later." }, retryAfter: 1_000 } as const;
  expect(await httpJson.read(settings(), oneAnswer(reply), firstLook)).toEqual(reply);
});

test("a byte order mark is no part of the answer", async () => {
  expect(await read('\ufeff{"a":1}')).toMatchObject({ ok: true, readings: [{ path: "a", value: 1 }] });
});

test.each([
  ["<!DOCTYPE html>", "text/html", "The address answers with a web page, not with JSON."],
  ["", "application/json", "The answer is not JSON."],
  ['{"a": 1', "application/json", "The answer is not JSON."],
  ["secret-token", "application/json", "The answer is not JSON."],
  ["[".repeat(100_000) + "]".repeat(100_000), "application/json", "The answer is nested deeper than 64 levels."],
])("%s as %s is no reading", async (text, contentType, message) => {
  expect(await read(text, contentType)).toEqual({ ok: false, failure: { code: "bad_body", message } });
});

test.each(['{"__proto__":{"a":1},"n":1}', '{"\\u005f_proto__":1,"n":1}', '{"constructor":{"prototype":1},"n":1}'])(
  "%s: the part whose name means something to an object is left out, with a note",
  async (text) => {
    expect(await read(text)).toMatchObject({
      ok: true,
      readings: [{ path: "n", value: 1 }],
      notes: ["Parts with names that are not allowed, such as __proto__, are left out."],
    });
  },
);

test("64 levels are not too deep", async () => {
  expect(await read(`{"a":1,"b":${"[".repeat(63)}${"]".repeat(63)}}`)).toMatchObject({ ok: true });
});

test.each([
  [{ url: "example.com" }, /^url: A complete address/],
  [{ url: "http://" }, /^url: A complete address/],
  [{ url: "javascript:alert(1)" }, /^url: A complete address/],
  [{ url: `https://a.example/${"x".repeat(2_100)}` }, /^url: At most 2048/],
  [{ url: 5 }, /^url: Give the address/],
  [{ headers: { Authorization: { secret: "not sealed" } } }, /^headers Authorization secret: Not a sealed secret/],
  [{ headers: { "X-A": "a\r\nX-B: b" } }, /^headers X-A: Only plain ASCII/],
  [{ headers: { "a b": "c" } }, /^headers a b: Not a header's name/],
  [{ mapping: [{ path: "a" }] }, /^mapping 1 expression: /],
  [{ mapping: [{ path: "a b", expression: "a" }] }, /^mapping 1 path: Up to 7 words/],
  [{ mapping: [{ path: "__proto__", expression: "a" }] }, /^mapping 1 path: /],
  [{ mapping: [{ path: "a", expression: "a", kind: "stream" }] }, /^mapping 1 kind: /],
  [{ mapping: [{ path: "a", expression: "a", scale: "2" }] }, /^mapping 1 scale: /],
  [{ mapping: [{ path: "a", expression: "a", filter: "x" }] }, /^mapping 1 filter: There is no such setting/],
])("settings %j: %s", (more, message) => {
  expect(httpJson.parseSettings({ url: "https://api.example/", ...more })).toEqual({
    ok: false,
    failure: { code: "bad_settings", message: matching(message) },
  });
});
