import { expect, test } from "vitest";
import type { Json } from "../../../core/json";
import { plotFrame } from "../panels/line/plot-frame";
import { niceDomain } from "../panels/line/y-domain";
import { draw, now, textOf } from "../panels/testing/draw";
import { MarkLayer } from "./mark-layer";
import { markTimes } from "./mark-words";

const MINUTE = 60_000;
const frame = plotFrame(
  now - 10 * MINUTE,
  now,
  niceDomain({ low: 0, high: 1, divisor: 1 }),
  { unit: undefined },
  "en-GB",
);
const [ada, ben] = [
  { id: "u1", name: "Ada" },
  { id: "u2", name: "Ben" },
];
const over = (marks: Json, events?: string, log: Json = []) =>
  draw(<MarkLayer frame={frame} events={events} />, {
    values: { "$marks.b1": marks, "s.log": log },
    meta: { "$marks.b1": { kind: "value" }, "s.log": { kind: "stream" } },
  });

test("a note stands at its time, a stretch is shaded as far as the chart shows it; others are not there", () => {
  const html = over([
    { id: 1, by: ada, at: now - 5 * MINUTE, text: "<b>Deploy</b> 41" },
    { id: 2, by: ben, at: now - 20 * MINUTE, until: now - 8 * MINUTE, text: "Outage" },
    { id: 3, by: ben, at: now - 20 * MINUTE, text: "Before" },
    { id: 4, by: ben, at: now + MINUTE, text: "After" },
  ]);
  expect(html.match(/<button/g)).toHaveLength(2);
  expect(html).toContain('aria-label="Note by Ada, Sat 21 Nov, 11:55:00: &lt;b&gt;Deploy&lt;/b&gt; 41"');
  expect(html).toContain("left:50%");
  expect(html).toMatch(/left:0%;width:20%/);
  expect(textOf(html)).not.toMatch(/Before|After/);
});

test("without notes, and over a key that holds something else, there is nothing", () => {
  for (const marks of [[], null, "text", [{ id: 1 }]]) expect(over(marks)).toBe("");
});

test("a stream's events are ticks at their times, those near each other one", () => {
  const event = (id: number, at: number) => ({ id, at, data: { text: `order ${id}` } });
  const html = over([], "s.log", [
    event(1, now - 20 * MINUTE),
    ...Array.from({ length: 7 }, (_, i) => event(2 + i, now - 5 * MINUTE + i)),
    event(9, now - MINUTE),
  ]);
  expect(html.match(/data-tick/g)).toHaveLength(2);
  expect(textOf(html)).toContain("8 events of s.log in this time.");
  expect(textOf(html)).toContain("order 8");
  expect(textOf(html)).toContain("and 2 before them");
});

test("the times of a note name a day once", () => {
  const at = Date.UTC(2026, 10, 21, 13, 55, 20);
  expect(markTimes({ at }, "UTC")).toBe("Sat 21 Nov, 13:55:20");
  expect(markTimes({ at, until: at + MINUTE }, "UTC")).toBe("Sat 21 Nov, 13:55:20 to 13:56:20");
  expect(markTimes({ at, until: at + 86_400_000 }, "Europe/Berlin")).toBe(
    "Sat 21 Nov, 14:55:20 to Sun 22 Nov, 14:55:20",
  );
});
