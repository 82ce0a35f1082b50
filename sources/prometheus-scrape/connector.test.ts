import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Egress, EgressRequest } from "../../core/sources/connector";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { oneAnswer } from "../testing/one-answer";
import { prometheusScrape } from "./connector";

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

async function read(text: string, more: Record<string, unknown> = {}, contentType = "text/plain; version=0.0.4") {
  const parsed = prometheusScrape.parseSettings({ url: "http://node.example:9100/metrics", ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return prometheusScrape.read(parsed.settings, oneAnswer({ ok: true, status: 200, contentType, text }), firstLook);
}

async function paths(text: string, more: Record<string, unknown> = {}) {
  const outcome = await read(text, more);
  return outcome.ok
    ? outcome.readings.map(({ path, value }) => `${path} = ${Number(value)}`)
    : [outcome.failure.message];
}

test("asks for the plain text format, within the settings' bounds", async () => {
  const asked: EgressRequest[] = [];
  const parsed = prometheusScrape.parseSettings({ url: "upstream:machine", timeout: 3_000, maxBytes: 1_000 });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const egress: Egress = {
    get: async (request) => {
      asked.push(request);
      return { ok: false, failure: { code: "timeout", message: "Late." } };
    },
  };
  await prometheusScrape.read(parsed.settings, egress, firstLook);
  expect(asked).toEqual([
    { url: "upstream:machine", timeout: 3_000, maxBytes: 1_000, headers: { accept: "text/plain;version=0.0.4" } },
  ]);
});

test("what the way out says is the outcome", async () => {
  const failure = { code: "upstream_status", message: "Upstream answered 503." } as const;
  const parsed = prometheusScrape.parseSettings({ url: "https://a.example/" });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const reply = { ok: false, failure, retryAfter: 5_000 } as const;
  expect(await prometheusScrape.read(parsed.settings, oneAnswer(reply), firstLook)).toEqual(reply);
});

test("a key is the metric's name and its label values, in the order of the labels' names", async () => {
  expect(await paths('up 1\nnode_cpu{mode="idle",cpu="0"} 2\nfree{mount="/dev/sda1"} 3\njob:rate:5m 4')).toEqual([
    "up = 1",
    "node_cpu.0.idle = 2",
    "free._2fdev_2fsda1 = 3",
    "job_3arate_3a5m = 4",
  ]);
});

test("the prefix is taken off where it is, and never the whole name", async () => {
  expect(await paths("machine_load1 1\nother 2\nmachine_ 3", { prefix: "machine_" })).toEqual([
    "load1 = 1",
    "other = 2",
    "machine_ = 3",
  ]);
});

test("metrics are included and excluded by name, and what is excluded need not be readable", async () => {
  const text = "a_x 1\na_y 2\nb_x 3\nb_y oops\n";
  expect(await paths(text, { include: ["a_*", "b_x"], exclude: ["*_y"] })).toEqual(["a_x = 1", "b_x = 3"]);
});

test("no number is null, and the kind stays", async () => {
  const outcome = await read(fixture("node-process.prom"));
  const odd = outcome.ok ? outcome.readings.filter(({ path }) => path.startsWith("odd_value.")) : [];
  expect(odd.map(({ value, meta }) => [value, meta.kind])).toEqual([
    [null, "series"],
    [null, "series"],
    [null, "series"],
  ]);
});

test("a reading has its unit", async () => {
  expect(await read('# HELP a_bytes A.\na_bytes{x="1"} 1\nup 1')).toEqual({
    ok: true,
    readings: [
      { path: "a_bytes.1", value: 1, meta: { kind: "series", unit: "bytes" } },
      { path: "up", value: 1, meta: { kind: "series" } },
    ],
  });
});

test("a reading is called what upstream wrote where its key does not show that, without the prefix", async () => {
  const outcome = await read('m_load 1\nm_core{core="0"} 1\nm_used{mount="/",dev="a"} 2\nm_a:b 3', { prefix: "m_" });
  expect(outcome.ok ? outcome.readings.map(({ path, meta }) => [path, meta.label]) : []).toEqual([
    ["load", undefined],
    ["core.0", undefined],
    ["used.a._2f", 'used{dev="a",mount="/"}'],
    ["a_3ab", "a:b"],
  ]);
});

test("two samples that make one key are named", async () => {
  const outcome = await read('a{x="1"} 1\na{y="1"} 2');
  expect(outcome).toMatchObject({ ok: false, failure: { code: "key_collision" } });
  expect(outcome.ok ? "" : outcome.failure.message).toBe('“a{x="1"}” and “a{y="1"}” both make the key “a.1”.');
});

test("a sample that is there twice is a collision, not the last one's value", async () => {
  expect(await read("a 1\nb 2\na 3")).toMatchObject({ ok: false, failure: { message: "“a” is there twice." } });
});

test("more than 10,000 keys are too many, before any of them is made", async () => {
  const text = Array.from({ length: 10_001 }, (_, i) => `a{x="${i}"} 1`).join("\n");
  expect(await read(text)).toMatchObject({ ok: false, failure: { code: "too_many_keys" } });
  expect(await read(text.slice(0, text.lastIndexOf("\n")))).toMatchObject({ ok: true });
});

test.each([
  ["<!DOCTYPE html><p>Sign in</p>", "text/html; charset=utf-8", /a web page/],
  ["<html>", "text/plain", /not in the Prometheus text format/],
  ["a one", "text/plain", /“a” has the value “one”, which is not a number/],
  ["a", "text/plain", /“a” has the value “”/],
  ["a 0x10", "text/plain", /not a number/],
  ["", "text/plain", /holds no metrics/],
  ["# nothing here\n", "text/plain", /holds no metrics/],
])("%s as %s is no reading", async (text, contentType, message) => {
  expect(await read(text, {}, contentType)).toMatchObject({
    ok: false,
    failure: { code: "bad_body", message: matching(message) },
  });
});

test.each([
  [{}, /^url: /],
  [{ url: "ftp://a.example/" }, /^url: A complete address/],
  [{ url: "upstream:" }, /^url: /],
  [{ url: "https://a.example/", timeout: 60_000 }, /^timeout: At most 30 s/],
  [{ url: "https://a.example/", maxBytes: 1e9 }, /^maxBytes: /],
  [{ url: "https://a.example/", include: ["a", "a b"] }, /^include 2: /],
  [{ url: "https://a.example/", extra: 1 }, /^extra: There is no such setting/],
  [null, /^settings: /],
])("settings %j: %s", (settings, message) => {
  expect(prometheusScrape.parseSettings(settings)).toEqual({
    ok: false,
    failure: { code: "bad_settings", message: matching(message) },
  });
});

test("reads the machine's own exporter", async () => {
  const outcome = await read(fixture("machine.prom"), { prefix: "machine_" });
  const found = new Map(outcome.ok ? outcome.readings.map(({ path, meta }) => [path, meta.unit]) : []);
  expect(found.get("cpu_usage_percent")).toBe("%");
  expect(found.get("cpu_core_usage_percent.0")).toBe("%");
  expect(found.get("memory_used_bytes")).toBe("bytes");
  expect(found.get("network_receive_bytes_per_second")).toBe("bytes/s");
  expect(found.get("disk_used_percent._2f")).toBe("%");
  expect(found.get("uptime_seconds")).toBe("s");
  expect(found.has("load1")).toBe(true);
});
