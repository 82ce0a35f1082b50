import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Egress, EgressRequest, Outcome } from "../../core/sources/connector";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { prometheusQuery } from "./connector";

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");
}

function settings(more: Record<string, unknown>) {
  const parsed = prometheusQuery.parseSettings({ url: "http://prom.example:9090/", ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.settings;
}

/** Answers each question with the next of the texts, and keeps what was asked. */
function answering(...texts: string[]): Egress & { readonly asked: EgressRequest[] } {
  const asked: EgressRequest[] = [];
  return {
    asked,
    get: async (request) => {
      asked.push(request);
      return { ok: true, status: 200, contentType: "application/json", text: texts[asked.length - 1] ?? "" };
    },
  };
}

const read = (text: string, more: Record<string, unknown> = {}): Promise<Outcome> =>
  prometheusQuery.read(settings({ queries: ["x = up"], ...more }), answering(text), firstLook);

describe("[PQ1] what is asked", () => {
  test("each query for now, one after the other, within the time of all", async () => {
    let now = 1_000_000;
    const egress = answering(fixture("scalar"), fixture("scalar"));
    const slow: Egress = { get: (request) => ((now += 400), egress.get(request)) };
    const two = settings({ queries: ['a = up{job="a b"}', "b = sum(up) # pcs"], timeout: 1_000 });
    await prometheusQuery.read(two, slow, { ...firstLook, now: () => now });
    expect(egress.asked.map(({ url, timeout }) => [url, timeout])).toEqual([
      ["http://prom.example:9090/api/v1/query?query=up%7Bjob%3D%22a+b%22%7D", 1_000],
      ["http://prom.example:9090/api/v1/query?query=sum%28up%29", 600],
    ]);
    const outcome = await prometheusQuery.read(
      two,
      { get: (request) => ((now += 1_000), answering(fixture("scalar")).get(request)) },
      { ...firstLook, now: () => now },
    );
    expect(outcome).toMatchObject({ ok: false, failure: { code: "timeout" } });
  });

  test("a range up to now, on whole steps", async () => {
    const egress = answering(fixture("range"));
    await prometheusQuery.read(settings({ queries: ["load = node_load1"], range: 10 }), egress, firstLook);
    const { searchParams, pathname } = new URL(egress.asked[0]?.url ?? "");
    expect([pathname, ...searchParams.values()]).toEqual([
      "/api/v1/query_range",
      "node_load1",
      "1795261800",
      "1795262400",
      "5",
    ]);
  });

  test.each(["http://a.example/prom", "http://a.example/prom/", "http://a.example/prom/api/v1/query"])(
    "%s is the server's address",
    async (url) => {
      const egress = answering(fixture("up"));
      await prometheusQuery.read(settings({ url, queries: ["x = up"] }), egress, firstLook);
      expect(egress.asked[0]?.url).toBe("http://a.example/prom/api/v1/query?query=up");
    },
  );
});

describe("[PQ2] what becomes keys", () => {
  test("each series by the query's name and the values of its labels", async () => {
    expect(await read(fixture("up"))).toMatchObject({
      readings: [
        {
          path: "x.127_2e0_2e0_2e1_3a19090.prometheus",
          value: 1,
          meta: { kind: "series", label: 'x{instance="127.0.0.1:19090",job="prometheus"}' },
        },
        { path: "x.127_2e0_2e0_2e1_3a19100.node", value: 1 },
      ],
    });
  });

  test("or of the labels that are named", async () => {
    const outcome = await read(fixture("cpu"), {
      queries: ["cpu.time = rate(node_cpu_seconds_total[10s]) # ratio"],
      labels: ["mode", "cpu"],
    });
    expect(outcome.ok && outcome.readings.map(({ path }) => path)).toEqual([
      "cpu.time.idle.0",
      "cpu.time.user.0",
      "cpu.time.idle.1",
      "cpu.time.user.1",
    ]);
    expect(outcome).toMatchObject({ readings: [{ meta: { unit: "ratio" } }, {}, {}, {}] });
    expect(await read(fixture("cpu"), { labels: ["job"] })).toMatchObject({ failure: { code: "key_collision" } });
  });

  test.each<[string, unknown, string]>([
    ["scalar", 2.68, "series"],
    ["string", "words", "value"],
    ["empty", null, "series"],
  ])("a %s is one key", async (name, value, kind) => {
    expect(await read(fixture(name))).toMatchObject({ readings: [{ path: "x", value, meta: { kind } }] });
  });

  test("no number is null, and a unit is guessed of a metric's name", async () => {
    expect(await read(fixture("nan"), { queries: ["x = node_memory_Active_bytes"] })).toMatchObject({
      readings: [{ value: null, meta: { unit: "bytes" } }],
    });
  });

  test("a range is a list of points, told apart by their times", async () => {
    const outcome = await read(fixture("range"), { range: 1, labels: ["job"] });
    expect(outcome).toMatchObject({ readings: [{ path: "x.node", meta: { kind: "value" } }] });
    expect(outcome.ok && outcome.readings[0]?.value).toMatchObject([
      { at: "2026-11-21T16:08:29.000Z", value: 2.82 },
      { at: "2026-11-21T16:08:30.000Z", value: 2.82 },
      { value: 2.68 },
      { value: 2.68 },
      { at: "2026-11-21T16:08:33.000Z", value: 2.68 },
    ]);
    expect(prometheusQuery.rowKey?.(settings({ queries: ["x = up"], range: 1 }), "x.node")).toBe("at");
  });
});

describe("[PQ3] what goes wrong", () => {
  test.each<[string, string, string, RegExp]>([
    ["a query that is none", fixture("bad"), "bad_mapping", /“x”: invalid parameter "query": 1:4: parse error/],
    ["another API", '{"status":"fine"}', "bad_body", /not answer as Prometheus/],
    ["no JSON", "<html>", "bad_body", /./],
    [
      "a time that no clock has",
      '{"status":"success","data":{"resultType":"scalar","result":[1e300,"1"]}}',
      "bad_body",
      /./,
    ],
  ])("%s", async (_, text, code, words) => {
    expect(await read(text)).toMatchObject({ ok: false, failure: { code, message: matching(words) } });
  });

  test("a refusal without words is one like any other", async () => {
    for (const text of ["", "{}", fixture("up")]) {
      const egress: Egress = { get: async () => ({ ok: true, status: 400, contentType: "text/plain", text }) };
      expect(await prometheusQuery.read(settings({ queries: ["x = up"] }), egress, firstLook)).toMatchObject({
        failure: { code: "upstream_status", message: "Upstream answered 400." },
      });
    }
  });

  test("what the server warns of is told, and a histogram without a number left out", async () => {
    const text =
      '{"status":"success","warnings":["slow"],"data":{"resultType":"vector","result":[{"metric":{},"histogram":[1,{}]}]}}';
    expect(await read(text)).toMatchObject({ readings: [{ path: "x", value: null }], notes: ["“x”: slow"] });
  });

  test.each([
    [{ queries: [] }, /^queries: Give at least one/],
    [{ queries: ["up == 1"] }, /^queries 1: A name, = and PromQL/],
    [{ queries: ["up =~ 1"] }, /^queries 1/],
    [{ queries: ["a.__proto__ = 1"] }, /^queries 1/],
    [{ queries: ["a = up"], labels: ["a-b"] }, /^labels 1/],
    [{ queries: ["a = up"], range: -1 }, /^range/],
  ])("settings %j are refused", (more, words) => {
    const parsed = prometheusQuery.parseSettings({ url: "http://prom.example:9090", ...more });
    expect(parsed).toMatchObject({ ok: false, failure: { message: matching(words) } });
  });
});
