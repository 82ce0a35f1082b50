import type { ReactElement } from "react";
import { expect, test } from "vitest";
import type { Panel } from "../../../core/boards/document";
import type { Json } from "../../../core/json";
import BarPanel from "./bar/bar-panel";
import GaugePanel from "./gauge/gauge-panel";
import GridPanel from "./grid/grid-panel";
import { LinePanel } from "./line/line-panel";
import PiePanel from "./pie/pie-panel";
import { StatPanel } from "./stat/stat-panel";
import { draw, now, textOf } from "./testing/draw";

const common = { id: "p", title: "Title", place: { x: 0, y: 0, w: 4, h: 6 } } satisfies Partial<Panel>;
const thresholds = [
  { above: 80, level: "warning" as const, name: "Budget" },
  { above: 90, level: "critical" as const },
];
const series = [{ key: "s.*" }];
/** Each kind that shows numbers, over the key `s.x`. */
const kinds: Record<string, ReactElement> = {
  stat: <StatPanel panel={{ ...common, type: "stat", key: "s.x", thresholds }} />,
  line: <LinePanel panel={{ ...common, type: "line", series, thresholds }} />,
  bars: <BarPanel panel={{ ...common, type: "bar", series, over: "keys", thresholds }} />,
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

test.each(cases)("a %s over %s says so, and never NaN, Infinity or -0", (_kind, _name, panel, value) => {
  const points =
    typeof value === "number" || value === null
      ? { "s.x": [[now - 2_000, value]] satisfies [number, number | null][] }
      : {};
  const text = textOf(draw(panel, { values: { "s.x": value }, points }));
  expect(text.replaceAll('"NaN"', "")).not.toMatch(/NaN|Infinity|undefined|-0\b|−0(?!\.)\b/);
  expect(text.length).toBeLessThan(2_000);
});

test.each(Object.entries(kinds))("a %s whose key is not there says what was looked for", (_kind, panel) => {
  const html = draw(panel, { values: {} });
  expect(html).toContain('data-state="empty"');
  expect(html).toMatch(/<code>s\.[x*]<\/code>/);
  expect(draw(panel, { values: {}, source: { state: "waiting", name: "S", interval: 2_000 } })).toContain(
    'data-state="loading"',
  );
});
