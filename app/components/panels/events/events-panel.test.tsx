import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import type { TimeRange } from "../../../../core/range/time-range";
import { type BoardRange, RangeContext } from "../../range/range-context";
import { draw, now, textOf } from "../testing/draw";
import EventsPanel from "./events-panel";

const MINUTE = 60_000;
const panel: ComponentProps<typeof EventsPanel>["panel"] = {
  id: "p",
  type: "events",
  title: "Log",
  place: { x: 0, y: 0, w: 4, h: 6 },
  key: "s.log",
};
const nothing = () => {};
const shows = (range: TimeRange): BoardRange => ({
  range,
  knownFrom: 0,
  compares: false,
  isZoomed: false,
  show: nothing,
  zoom: nothing,
  zoomOut: nothing,
  backToLive: nothing,
  compare: nothing,
});
const log = [50, 30, 10].map((ago) => ({ id: 100 - ago, at: now - ago * MINUTE, data: `${ago} min ago` }));
const within = (range: TimeRange) =>
  textOf(
    draw(
      <RangeContext value={shows(range)}>
        <EventsPanel panel={panel} />
      </RangeContext>,
      { values: { "s.log": log }, meta: { "s.log": { kind: "stream" } } },
    ),
  );

test("of a time that is over a tail shows its events and no others; while it runs, all that the stream keeps", () => {
  const past = within({ kind: "past", from: now - 40 * MINUTE, to: now - 20 * MINUTE });
  expect(past).toContain("30 min ago");
  expect(past).not.toMatch(/50 min ago|10 min ago/);
  expect(within({ kind: "past", from: now - 29 * MINUTE, to: now - 20 * MINUTE })).toContain("No events in this time");
  expect(within({ kind: "live", span: 5 * MINUTE })).toMatch(/50 min ago.*30 min ago.*10 min ago/);
});
