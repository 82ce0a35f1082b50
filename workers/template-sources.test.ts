import { describe, expect, test } from "vitest";
import { patternsOf } from "../core/boards/patterns";
import { matches } from "../core/keys/pattern";
import { planOf } from "../server/templates/plan";
import { templates } from "../server/templates/templates";
import { readSource } from "../sources/read";
import { oneAnswer } from "../sources/testing/one-answer";

/** Answers cut down to what the mappings touch, in the shape that each service documents (docs/templates.md names them). */
const examples: Record<string, unknown> = {
  earthquakes: {
    type: "FeatureCollection",
    metadata: { generated: 1_795_000_000_000, title: "USGS Magnitude 2.5+ Earthquakes, Past Day", count: 3 },
    features: [
      { id: "us1", properties: { mag: 4.9, place: "10 km N of Here", time: 1_794_999_000_000, tsunami: 1 } },
      { id: "us2", properties: { mag: null, place: "at sea", time: 1_794_998_000_000, tsunami: 0 } },
      { id: "us3", properties: { mag: 2.6, place: "5 km S of There", time: 1_794_997_000_000, tsunami: 0 } },
    ],
  },
  weather: {
    current: {
      temperature_2m: 3.8,
      apparent_temperature: 0.4,
      relative_humidity_2m: 81,
      precipitation: 0,
      cloud_cover: 100,
      pressure_msl: 1012.4,
      wind_speed_10m: 3.1,
    },
    daily: {
      time: ["2026-11-21", "2026-11-22", "2026-11-23"],
      temperature_2m_max: [4.1, 5.2, 2.9],
      temperature_2m_min: [0.2, 1.1, -1.4],
      precipitation_sum: [0, 2.4, 0.1],
      wind_speed_10m_max: [5.1, 7.7, 4.2],
    },
  },
  "exchange-rates": {
    amount: 1,
    base: "EUR",
    date: "2026-11-20",
    rates: { CHF: 0.93, CNY: 8.2, GBP: 0.87, JPY: 178.4, NOK: 11.7, USD: 1.16 },
  },
  "github-status": {
    status: { indicator: "minor", description: "Partially Degraded Service" },
    components: [
      { name: "Git Operations", status: "operational" },
      { name: "Visit www.githubstatus.com for more information", status: "operational" },
      { name: "Actions", status: "degraded_performance" },
    ],
    incidents: [{ name: "Delays in Actions", impact: "minor" }],
  },
};

const front = `<rss version="2.0"><channel><title>Hacker News</title><link>https://news.ycombinator.com/</link>
<item><title>Show HN: A dashboard</title><link>https://example.com/1</link>
<pubDate>Fri, 20 Nov 2026 18:00:00 +0000</pubDate><comments>https://news.ycombinator.com/item?id=1</comments></item>
</channel></rss>`;
examples["hacker-news"] = front;
/** It asks nobody. */
examples["property-market"] = {};

/** Those that read what the operator or the reader names, which nobody knows beforehand. */
const unknown = ["machine", "metrics", "postgres", "prometheus", "team", "web-analytics", "website-health"];

test("every template has an example of its upstream's answer, or reads something that is not known before", () => {
  expect([...Object.keys(examples), ...unknown].sort()).toEqual(
    templates(true)
      .map(({ slug }) => slug)
      .sort(),
  );
});

describe.each(templates(true).filter(({ slug }) => slug in examples))("$slug", (template) => {
  const answers = Object.fromEntries(template.asks.map(({ name, initial = "" }) => [name, initial]));
  const plan = planOf(template, answers, { sources: new Set(), boards: new Set() });

  test("its rules make every key that its board shows, and that the gallery shows", async () => {
    const example = examples[template.slug];
    const text = typeof example === "string" ? example : JSON.stringify(example);
    const contentType = typeof example === "string" ? "application/rss+xml" : "application/json";
    const egress = oneAnswer({ ok: true, status: 200, contentType, text });
    const log = { error: (...words: unknown[]) => expect.fail(words.join(" ")), warn: () => {}, info: () => {} };
    const read = await Promise.all(
      plan.sources.map((source) => readSource(source, egress, { log, clock: { now: () => 0 } })),
    );
    const keys = read.flatMap((one) => (one.ok ? one.readings : []));
    expect(read.filter((one) => !one.ok)).toEqual([]);
    const streams = read.flatMap((one) => (one.ok ? (one.appends ?? []) : []));
    const names = [...keys, ...streams].map(({ key }) => key);
    const shown = template.shows ? [`${plan.sources[0]?.slug}.${template.shows.path}`] : [];
    expect(shown.filter((name) => !names.includes(name))).toEqual([]);
    const wanted = plan.board.document.panels
      .flatMap((panel) => patternsOf(panel, { boardId: "b", userId: "u" }))
      .filter((pattern) => !pattern.startsWith("$"));
    expect(wanted.filter((pattern) => !names.some((name) => matches(pattern, name)))).toEqual([]);
    expect(keys.filter(({ value }) => value === null)).toEqual([]);
  });
});
