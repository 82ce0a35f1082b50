import { cloneElement, type ReactElement } from "react";
import * as v from "valibot";
import { expect, test } from "vitest";
import { panel as anyPanel, type Panel } from "../../../core/boards/document";
import type { Json } from "../../../core/json";
import type { SourceState } from "../../../core/sources/state";
import BarPanel from "./bar/bar-panel";
import GaugePanel from "./gauge/gauge-panel";
import GridPanel from "./grid/grid-panel";
import LinePanel from "./line/line-panel";
import PiePanel from "./pie/pie-panel";
import { SectionPanel } from "./section/section-panel";
import { StatPanel } from "./stat/stat-panel";
import TablePanel from "./table/table-panel";
import { draw, now, textOf } from "./testing/draw";
import TextPanel from "./text/text-panel";

const common = { id: "p", title: "Title", place: { x: 0, y: 0, w: 4, h: 6 } } satisfies Partial<Panel>;
const thresholds = [
  { above: 80, level: "warning" as const, name: "Budget" },
  { above: 90, level: "critical" as const },
];
const series = [{ key: "s.*" }];
/** Each kind that shows numbers, over the key `s.x`. */
const kinds: Record<string, ReactElement<{ panel: Panel }>> = {
  stat: <StatPanel panel={{ ...common, type: "stat", key: "s.x", thresholds }} />,
  line: <LinePanel panel={{ ...common, type: "line", series, thresholds }} />,
  bars: <BarPanel panel={{ ...common, type: "bar", series, over: "keys", thresholds }} />,
  "bars on one another": (
    <BarPanel panel={{ ...common, type: "bar", series, over: "keys", stacked: true, thresholds }} />
  ),
  "bars over time": <BarPanel panel={{ ...common, type: "bar", series, over: "time", thresholds }} />,
  pie: <PiePanel panel={{ ...common, type: "pie", series }} />,
  gauge: <GaugePanel panel={{ ...common, type: "gauge", key: "s.x", min: 0, max: 100, thresholds }} />,
  grid: <GridPanel panel={{ ...common, type: "grid", keys: ["s.*"], thresholds }} />,
};
const odd: Record<string, Json> = {
  null: null,
  zero: 0,
  "minus zero": -0,
  negative: -42.5,
  huge: 1e300,
  tiny: 1e-300,
  text: "2.14.0",
  "NaN in words": "NaN",
  empty: "",
  yes: true,
  list: [1, 2],
  "a very long text": "long ".repeat(2_000),
};

const cases = Object.entries(kinds).flatMap(([kind, panel]) =>
  Object.entries(odd).map(([name, value]) => [kind, name, panel, value] as const),
);

test.each(cases)("[PK1] a %s over %s says so, and never NaN, Infinity or -0", (_kind, _name, panel, value) => {
  const points =
    typeof value === "number" || value === null
      ? { "s.x": [[now - 2_000, value]] satisfies [number, number | null][] }
      : {};
  const text = textOf(draw(panel, { values: { "s.x": value }, points }));
  expect(text.replaceAll('"NaN"', "")).not.toMatch(/NaN|Infinity|undefined|-0\b|−0(?!\.)\b/);
  expect(text.length).toBeLessThan(2_000);
});

test.each(Object.entries(kinds))("[PK1] a %s whose key is not there says what was looked for", (_kind, panel) => {
  const html = draw(panel, { values: {} });
  expect(html).toContain('data-state="empty"');
  expect(html).toMatch(/<code>s\.[x*]<\/code>/);
  expect(draw(panel, { values: {}, source: { state: "waiting", name: "S", interval: 2_000 } })).toContain(
    'data-state="loading"',
  );
});

const reading = { values: { "s.x": 85 }, points: { "s.x": course(85) } };

/** A course that ends with this value now. */
function course(value: number): [number, number][] {
  return [
    [now - 600_000, 10],
    [now, value],
  ];
}

const troubles: [string, number, SourceState, RegExp][] = [
  ["fresh", 1_000, { state: "ok", name: "S", interval: 2_000, keys: 1 }, /1 s/],
  ["late", 12_000, { state: "ok", name: "S", interval: 2_000, keys: 1 }, /Late 12 s/],
  ["stale", 840_000, { state: "ok", name: "S", interval: 2_000, keys: 1 }, /Stale 14 min/],
  ["paused", 840_000, { state: "paused", name: "S", interval: 2_000 }, /Paused 14 min/],
  [
    "failing",
    60_000,
    {
      state: "failing",
      name: "S",
      interval: 2_000,
      failure: { code: "upstream_status", message: "Upstream answered 503" },
      lastGood: now - 60_000,
    },
    /Upstream answered 503.*Last good 1 min ago.*next try 0:42.*Retry/,
  ],
];

const states = Object.entries(kinds).flatMap(([kind, panel]) =>
  troubles.map(([state, age, source, words]) => [kind, state, panel, age, source, words] as const),
);

test.each(states)("[PK2] a %s that is %s says so and keeps its value", (_kind, state, panel, age, source, words) => {
  const html = draw(panel, { ...reading, source, age });
  expect(html).toContain(`data-state="${state}"`);
  expect(textOf(html)).toMatch(words);
  expect(textOf(html)).toMatch(/85|100\.0 %/);
});

test.each(Object.entries(kinds))(
  "[PK2] the header of a %s that fails has its age for where the strip has no room",
  (_kind, panel) => {
    const at = now - 60_000;
    const failure = { code: "upstream_status", message: "Upstream answered 503" } as const;
    const source = (lastGood: number | null): SourceState => ({
      state: "failing",
      name: "S",
      interval: 2_000,
      failure,
      lastGood,
    });
    const head = (lastGood: number | null) =>
      /<header.*?<\/header>/s.exec(draw(panel, { ...reading, source: source(lastGood) }))?.[0] ?? "";
    expect(textOf(head(at))).toMatch(/Failing 1 min/);
    expect(textOf(head(null))).not.toMatch(/min|Last/);
  },
);

test.each(Object.entries(kinds))("[PK19] a %s of what programs push says when it last changed", (_kind, panel) => {
  const html = draw(panel, { ...reading, source: { state: "ok", name: "S", interval: null, keys: 1 } });
  expect(html).toContain('title="Changed 1 s ago"');
  expect(draw(panel, reading)).toContain('title="Updated just now"');
});

const withLimits = Object.entries(kinds).filter(([kind]) => kind !== "pie");

test.each(withLimits)(
  "[PK3] a %s past a threshold says so by shape, colour and word, a critical one in others",
  (_kind, panel) => {
    const at = (value: number) => draw(panel, { values: { "s.x": value }, points: { "s.x": course(value) } });
    expect(at(50)).not.toContain("data-threshold");
    expect(at(85)).toContain('data-threshold="warning"');
    expect(at(97)).toContain('data-threshold="critical"');
    expect(at(85)).toContain('d="M6 1.2 10.8 6 6 10.8 1.2 6z"');
    expect(at(97)).toContain('d="M6 .9 11.1 6 6 11.1.9 6z"');
    expect(textOf(at(97))).toMatch(/critical|90/i);
  },
);

test.each(Object.entries(kinds))(
  "[PK4] a %s is written in its panel's own unit and decimals, in the reader's language",
  (_kind, panel) => {
    const own = cloneElement(panel, {
      panel: v.parse(anyPanel, { ...panel.props.panel, unit: "EUR", decimals: 1, max: 2_000 }),
    });
    const html = textOf(
      draw(own, { values: { "s.x": 1234.5 }, points: { "s.x": [[now - 600_000, 1234.5]] }, locale: "de-DE" }),
    );
    expect(html).toContain("1.234,5 €");
  },
);

test("[PK1] texts among numbers are named, and the numbers are drawn", () => {
  for (const kind of ["line", "bars", "bars on one another", "bars over time", "pie"]) {
    const panel = kinds[kind] ?? <></>;
    const html = draw(panel, {
      values: { "s.a": "down", "s.b": 12 },
      points: { "s.b": [[now - 1_000, 12]] },
    });
    expect(html).toContain('data-state="fresh"');
    expect(textOf(html)).toContain('s.a is no number: "down"');
    expect(textOf(html)).toContain("12");
  }
});

test("[PK1] of a long text that is no number the beginning is named, as a beginning", () => {
  const said = (value: string) => textOf(draw(kinds.gauge ?? <></>, { values: { "s.x": value } }));
  expect(said("word ".repeat(20))).toMatch(/s\.x is "(word ){11}word …/);
  expect(said("word")).toMatch(/s\.x is "word"$/);
});

test("[PK9] ten thousand keys are not ten thousand elements", { timeout: 30_000 }, () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`s.k${i}`, i === 9_999 ? 99 : 1]));
  const html = (kind: string) => draw(kinds[kind] ?? <></>, { values: many });
  const grid = html("grid");
  expect(grid.match(/<li/g)).toHaveLength(400);
  expect(textOf(grid)).toContain("k9999 Critical");
  expect(textOf(grid)).toContain("9,600 more");
  expect(html("bars").match(/<li/g)).toHaveLength(200);
  expect(html("pie").match(/role="img"/g)).toHaveLength(9);
});

test("[PK20] a table cuts a key at its beginning, and a label at its end", () => {
  const html = draw(<TablePanel panel={{ ...common, type: "table", keys: ["s.*"] }} />, {
    values: { "s.a": 1, "s.b": 2 },
    meta: { "s.b": { kind: "series", label: "Second" } },
  });
  expect(html).toContain('title="s.a" class="block truncate text-left [direction:rtl]"><bdi dir="ltr">s.a</bdi>');
  expect(html).toContain('<span title="s.b">Second</span>');
});

test("each picture has a name and its values in words", () => {
  const html = (kind: string) => draw(kinds[kind] ?? <></>, reading);
  expect(html("gauge")).toMatch(/role="meter" aria-label="Title" [^>]*aria-valuetext="85"/);
  expect(html("pie")).toContain('aria-label="x: 85, 100.0 %"');
  expect(html("bars")).toContain('<ul aria-label="Title, now"');
  expect(html("bars over time")).toContain("<caption>Title, means");
  expect(html("line")).toContain("<caption>Title");
});

test("[PK11] a share that is there never reads as nothing, and what has no share is named", () => {
  const html = textOf(
    draw(kinds.pie ?? <></>, { values: { "s.a": 99_999, "s.b": 1, "s.c": 0, "s.d": -1, "s.e": null } }),
  );
  expect(html).toContain("b 1 <0.1 %".replace("<", "&lt;"));
  expect(html).toContain("c 0 0.0 %");
  expect(html).toContain("Below zero, so no share: d. No value: e");
});

test("[PK15] stacked keys are one bar of their parts, with the sum", () => {
  const panel = <BarPanel panel={{ ...common, type: "bar", series, over: "keys", stacked: true }} />;
  const html = draw(panel, { values: { "s.a": 3, "s.b": 1, "s.c": -4 } });
  expect(textOf(html)).toContain("In all 0");
  expect([...html.matchAll(/left:[\d.]+%;width:[\d.]+%;background:var\(--c\d\)/g)].map(([one]) => one)).toEqual([
    "left:50%;width:37.5%;background:var(--c1)",
    "left:87.5%;width:12.5%;background:var(--c2)",
    "left:0%;width:50%;background:var(--c3)",
  ]);
});

test("[PK1] a formula over a text says which key is no number, in each kind", () => {
  const key = "= {s.x} / 2";
  const of: Record<string, ReactElement> = {
    stat: <StatPanel panel={{ ...common, type: "stat", key }} />,
    line: <LinePanel panel={{ ...common, type: "line", series: [{ key }] }} />,
    bars: <BarPanel panel={{ ...common, type: "bar", series: [{ key }], over: "keys" }} />,
    pie: <PiePanel panel={{ ...common, type: "pie", series: [{ key }] }} />,
    gauge: <GaugePanel panel={{ ...common, type: "gauge", key, min: 0, max: 100 }} />,
  };
  for (const panel of Object.values(of)) {
    expect(textOf(draw(panel, { values: { "s.x": "down" } }))).toMatch(/s\.x is (?:no number: )?"down"/);
    expect(textOf(draw(panel, { values: { "s.x": null } }))).not.toContain("no number");
    expect(textOf(draw(panel, { values: { "s.x": true } }))).not.toContain("no number");
  }
});

test("[PK18] a text is shown whole over several lines, and a part of far too large a whole by its own unit", () => {
  const stat = (of?: string) => (
    <StatPanel panel={{ ...common, type: "stat", key: "s.x", ...(of && { of }), unit: "B" }} />
  );
  expect(draw(stat(), { values: { "s.x": "operational again" } })).toContain("line-clamp-3");
  const whole = 2 ** 40;
  expect(textOf(draw(stat("s.y"), { values: { "s.x": 2 ** 20, "s.y": whole } }))).toContain("1.00 MiB of 1 TiB");
  expect(textOf(draw(stat("s.y"), { values: { "s.x": 2 ** 38, "s.y": whole } }))).toContain("0.25 of 1 TiB");
});

test("[PK18] of limits that nearly touch on a dial the gravest has its number, and what is off it a scale of its own", () => {
  const close = [
    { above: 80, level: "warning" as const },
    { above: 82, level: "critical" as const },
  ];
  const dial = <GaugePanel panel={{ ...common, type: "gauge", key: "s.x", min: 0, max: 100, thresholds: close }} />;
  const text = textOf(draw(dial, { values: { "s.x": 5 } }));
  expect(text).toContain("82");
  expect(text).not.toContain("80");
  expect(textOf(draw(dial, { values: { "s.x": 1e21 } }))).toMatch(/ 0 100 1\.00E21/);
});

test("a gauge off its scale says at which end", () => {
  const at = (value: number) => textOf(draw(kinds.gauge ?? <></>, { values: { "s.x": value } }));
  expect(at(-1)).toContain("Below the scale");
  const wide = <GaugePanel panel={{ ...common, type: "gauge", key: "s.x", min: 0, max: 10 }} />;
  expect(textOf(draw(wide, { values: { "s.x": 11 } }))).toContain("Above the scale");
});

test("a line of one point shows it", () => {
  const html = draw(kinds.line ?? <></>, { values: { "s.x": 5 }, points: { "s.x": [[now, 5]] } });
  expect(html).toContain("data-lone");
});

test("[PK7] a section begins as its document says; a text without words says so", () => {
  const section = (folded: boolean) =>
    draw(<SectionPanel panel={{ ...common, type: "section", folded }} />, { values: {} });
  expect(section(false)).toContain('aria-expanded="true"');
  expect(section(true)).toContain('aria-expanded="false"');
  const text = <TextPanel panel={{ ...common, type: "text", text: " " }} />;
  expect(draw(text, { values: {} })).toContain("Nothing written yet");
  const words = <TextPanel panel={{ ...common, type: "text", text: "Words" }} />;
  expect(draw(words, { values: {} }), "words have no age").not.toContain("<time");
});

test("fields of a grid that bear one label are called by their keys", () => {
  const label = { kind: "series", label: "Answers" } as const;
  const grid = <GridPanel panel={{ ...common, type: "grid", keys: ["s.*"] }} />;
  const text = textOf(draw(grid, { values: { "s.a.up": 1, "s.b.up": 0 }, meta: { "s.a.up": label, "s.b.up": label } }));
  expect(text).toContain("s.a.up Up");
  expect(text).toContain("s.b.up Down");
  expect(text).toContain("1 down 1 up");
});
