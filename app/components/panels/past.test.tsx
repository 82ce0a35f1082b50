import type { ReactElement } from "react";
import { expect, test } from "vitest";
import type { Panel } from "../../../core/boards/document";
import type { Json } from "../../../core/json";
import { type BoardRange, RangeContext } from "../range/range-context";
import BarPanel from "./bar/bar-panel";
import GaugePanel from "./gauge/gauge-panel";
import GridPanel from "./grid/grid-panel";
import LinePanel from "./line/line-panel";
import PiePanel from "./pie/pie-panel";
import { StatPanel } from "./stat/stat-panel";
import TablePanel from "./table/table-panel";
import { draw, now, textOf } from "./testing/draw";

const HOUR = 3_600_000;
const common = { id: "p", title: "Title", place: { x: 0, y: 0, w: 4, h: 6 } } satisfies Partial<Panel>;
const series = [{ key: "s.x" }];
const kinds: Record<string, ReactElement> = {
  stat: <StatPanel panel={{ ...common, type: "stat", key: "s.x" }} />,
  "stat of a formula": <StatPanel panel={{ ...common, type: "stat", key: "= {s.x} * 1" }} />,
  line: <LinePanel panel={{ ...common, type: "line", series }} />,
  bars: <BarPanel panel={{ ...common, type: "bar", series, over: "keys" }} />,
  pie: <PiePanel panel={{ ...common, type: "pie", series }} />,
  gauge: <GaugePanel panel={{ ...common, type: "gauge", key: "s.x", min: 0, max: 100 }} />,
  grid: <GridPanel panel={{ ...common, type: "grid", keys: ["s.x"] }} />,
  table: <TablePanel panel={{ ...common, type: "table", keys: ["s.x"] }} />,
};

const nothing = () => {};
const past: BoardRange = {
  range: { kind: "past", from: now - 2 * HOUR, to: now - HOUR },
  knownFrom: 0,
  compares: false,
  isZoomed: false,
  show: nothing,
  zoom: nothing,
  zoomOut: nothing,
  backToLive: nothing,
  compare: nothing,
};

/** A panel over a range that ended an hour ago; the live value is 97. */
function drawnThen(panel: ReactElement, kind: "series" | "value"): string {
  return draw(<RangeContext value={past}>{panel}</RangeContext>, {
    values: { "s.x": 97 },
    meta: { "s.x": { kind } },
    points: {
      "s.x": [
        [now - 2.5 * HOUR, 11],
        [now - 1.5 * HOUR, 42],
        [now - HOUR / 2, 97],
      ],
    },
    source: {
      state: "failing",
      name: "S",
      interval: 2_000,
      failure: { code: "unreachable", message: "Down" },
      lastGood: now - HOUR / 4,
    },
  });
}

test.each(Object.entries(kinds))(
  "[RG11] a %s of the past shows the last value of then, its time, and nothing of now",
  (_kind, panel) => {
    const html = drawnThen(panel, "series");
    const text = textOf(html);
    expect(text).toMatch(/\b42\b/);
    expect(text).not.toMatch(/\b97\b|Failing|Down|Stale/);
    expect(text).toContain("As of Sat 21 Nov, 11:00:00");
    expect(html).toContain('data-state="historical"');
  },
);

test.each(Object.entries(kinds).filter(([kind]) => !/formula/.test(kind)))(
  "[RG11] a %s of what has no recorded past says so",
  (_kind, panel) => {
    const text = textOf(drawnThen(panel, "value"));
    expect(text).toContain("No history");
    expect(text).not.toMatch(/\b97\b/);
  },
);

test("[RG11] among what was recorded, and as rows of a list, nothing of now is shown either", () => {
  const then = (keys: string[], now: Json) =>
    textOf(
      draw(
        <RangeContext value={past}>
          <TablePanel panel={{ ...common, type: "table", keys }} />
        </RangeContext>,
        {
          values: { "s.x": 97, "s.words": now },
          meta: { "s.words": { kind: "value" } },
          points: { "s.x": [[past.range.kind === "past" ? past.range.to - 1_000 : 0, 42]] },
        },
      ),
    );
  expect(then(["s.*"], "as it is now")).toMatch(/s\.words - -/);
  expect(then(["s.*"], "as it is now")).toMatch(/s\.x 42/);
  const rows = then(["s.words"], [{ name: "North quay", ships: 97 }]);
  expect(rows).toContain("No history");
  expect(rows).not.toMatch(/North quay|97/);
});

test("[RG13] what did not change in a range that is over is shown, and since when it was so", () => {
  const held = (panel: ReactElement) =>
    textOf(
      draw(<RangeContext value={past}>{panel}</RangeContext>, {
        values: { "s.x": 97 },
        points: {
          "s.x": [
            [now - 30.5 * HOUR, 42],
            [now - HOUR - 1, 42],
          ],
        },
      }),
    );
  expect(held(<StatPanel panel={{ ...common, type: "stat", key: "s.x" }} />)).toMatch(/42 Steady for 29 h/);
  for (const panel of Object.values(kinds)) expect(held(panel)).toMatch(/\b42\b/);
});

test("[PK17] of a line that has no point in a range that is over the legend says so", () => {
  const panel = <LinePanel panel={{ ...common, type: "line", series: [{ key: "s.*" }] }} />;
  const html = draw(<RangeContext value={past}>{panel}</RangeContext>, {
    values: { "s.x": 97, "s.y": 5 },
    points: { "s.x": [[now - 1.5 * HOUR, 42]] },
  });
  expect(textOf(html)).toMatch(/x 42 y not recorded/);
});

test("[RG11] a range before anything was recorded leads back, and claims no time of a change", () => {
  const before = (panel: ReactElement) =>
    draw(<RangeContext value={past}>{panel}</RangeContext>, { values: { "s.x": 97 }, points: { "s.x": [[now, 97]] } });
  const line = <LinePanel panel={{ ...common, type: "line", series: [{ key: "s.x" }] }} />;
  expect(textOf(before(line))).toMatch(/No values between 10:00 and 11:00 .*Show live/);
  const table = <TablePanel panel={{ ...common, type: "table", keys: ["s.x"] }} />;
  expect(textOf(before(table))).toMatch(/s\.x - -$/);
});
