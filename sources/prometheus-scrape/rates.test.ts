import { describe, expect, test } from "vitest";
import type { Json } from "../../core/json";
import type { Look } from "../../core/sources/look";
import { firstLook } from "../testing/first-look";
import { oneAnswer } from "../testing/one-answer";
import { prometheusScrape } from "./connector";
import { quantile } from "./histogram";

const SECOND = 1_000;
type Values = Record<string, Json>;

/** A source that is read again and again: what it holds is what the reads before brought. */
function scraped(more: Record<string, unknown> = {}) {
  const parsed = prometheusScrape.parseSettings({ url: "http://node.example/metrics", ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const held = new Map<string, { value: Json; at: number }>();
  let lookedAt: number | null = null;
  return async (seconds: number, text: string): Promise<Values> => {
    const now = firstLook.now() + seconds * SECOND;
    const look: Look = { ...firstLook, now: () => now, held: (path) => held.get(path), lookedAt };
    const reply = { ok: true, status: 200, contentType: "text/plain", text } as const;
    const outcome = await prometheusScrape.read(parsed.settings, oneAnswer(reply), look);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    for (const { path, value } of outcome.readings) {
      if (JSON.stringify(held.get(path)?.value) !== JSON.stringify(value)) held.set(path, { value, at: now });
    }
    lookedAt = now;
    return Object.fromEntries(outcome.readings.map(({ path, value }) => [path, value]));
  };
}

describe("[PS1] rates", () => {
  const text = (count: number) => `# TYPE app_hits_total counter\napp_hits_total{code="200"} ${count}\n`;

  test("a counter is told as a rate since the last read, not known at first", async () => {
    const read = scraped({ prefix: "app_" });
    expect(await read(0, text(100))).toEqual({ "hits_total.200": 100, "hits_per_second.200": null });
    expect(await read(10, text(130))).toEqual({ "hits_total.200": 130, "hits_per_second.200": 3 });
    expect(await read(12, text(130))).toMatchObject({ "hits_per_second.200": 0 });
    expect(await read(15, text(131))).toMatchObject({ "hits_per_second.200": 0.333333 });
  });

  test("one that is less than it was has begun at 0", async () => {
    const read = scraped();
    await read(0, text(100));
    expect(await read(2, text(4))).toMatchObject({ "app_hits_per_second.200": 2 });
    expect(await read(2, text(9))).toMatchObject({ "app_hits_per_second.200": null });
  });

  test("a rate has its unit, and can be left out", async () => {
    const cpu = '# TYPE node_cpu_seconds_total counter\nnode_cpu_seconds_total{cpu="0"} 1\n';
    const parsed = prometheusScrape.parseSettings({ url: "http://node.example/metrics" });
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const egress = oneAnswer({ ok: true, status: 200, contentType: "", text: cpu });
    const outcome = await prometheusScrape.read(parsed.settings, egress, firstLook);
    expect(outcome).toMatchObject({
      readings: [{ meta: { unit: "s" } }, { path: "node_cpu_seconds_per_second.0", meta: { unit: "ratio" } }],
    });
    expect(Object.keys(await scraped({ rates: "no" })(0, cpu))).toEqual(["node_cpu_seconds_total.0"]);
  });
});

describe("[PS2] histograms", () => {
  const text = (low: number, mid: number, all: number) =>
    [
      "# TYPE took_seconds histogram",
      `took_seconds_bucket{route="/a",le="0.1"} ${low}`,
      `took_seconds_bucket{route="/a",le="0.5"} ${mid}`,
      `took_seconds_bucket{route="/a",le="+Inf"} ${all}`,
      `took_seconds_sum{route="/a"} 1`,
      `took_seconds_count{route="/a"} ${all}\n`,
    ].join("\n");

  test("one key holds the buckets, and the quantiles are those of what came since the last read", async () => {
    const read = scraped();
    const first = await read(0, text(100, 100, 100));
    expect(first["took_seconds_buckets._2fa"]).toEqual([
      { id: "0.1", count: 100 },
      { id: "0.5", count: 100 },
      { id: "+Inf", count: 100 },
    ]);
    expect(first).toMatchObject({ "took_seconds_p50._2fa": 0.05, "took_seconds_count._2fa": 100 });
    expect(Object.keys(first).filter((path) => path.includes("bucket"))).toHaveLength(1);
    expect(await read(2, text(100, 110, 110))).toMatchObject({
      "took_seconds_p50._2fa": 0.3,
      "took_seconds_p90._2fa": 0.46,
      "took_seconds_p99._2fa": 0.496,
      "took_seconds_count_per_second._2fa": 5,
    });
  });

  test("where nothing was observed the quantiles stay; after a restart they are those of the new process", async () => {
    const read = scraped();
    await read(0, text(0, 0, 0)).then((first) => expect(first["took_seconds_p50._2fa"]).toBeNull());
    const before = await read(1, text(10, 10, 10));
    expect(await read(2, text(10, 10, 10))).toMatchObject({ "took_seconds_p50._2fa": before["took_seconds_p50._2fa"] });
    expect(await read(3, text(0, 2, 2))).toMatchObject({ "took_seconds_p50._2fa": 0.3 });
  });

  test("a histogram that is excluded, or is none, makes no such keys", async () => {
    expect(Object.keys(await scraped({ exclude: ["*_bucket"] })(0, text(1, 1, 1)))).not.toContain(
      "took_seconds_p50._2fa",
    );
    const odd = '# TYPE a histogram\na_bucket{le="x"} 1\na_bucket{le="+Inf"} 1\nb 1\n';
    expect(await scraped()(0, odd)).toEqual({ b: 1 });
  });

  test.each([
    [
      0.5,
      [
        [1, 0],
        [2, 0],
      ],
      null,
    ],
    [
      0.5,
      [
        [1, 5],
        [2, 10],
      ],
      1,
    ],
    [
      0.9,
      [
        [1, 5],
        [2, 10],
      ],
      1.8,
    ],
    [
      0.5,
      [
        [-1, 10],
        [1, 10],
      ],
      -1,
    ],
    [
      0.99,
      [
        [1, 5],
        [Number.POSITIVE_INFINITY, 10],
      ],
      1,
    ],
    [0.5, [[Number.POSITIVE_INFINITY, 10]], null],
  ])("quantile %d of %j is %j", (q, pairs, value) => {
    expect(
      quantile(
        q,
        pairs.map(([le = 0, count = 0]) => ({ le, count })),
      ),
    ).toBe(value);
  });
});
