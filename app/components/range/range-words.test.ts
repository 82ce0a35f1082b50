import { expect, test } from "vitest";
import { rangeWords, spanWords } from "./range-words";

const HOUR = 3_600_000;
const at = Date.UTC(2026, 10, 21, 12, 0, 5);

test("lengths are in the unit in which people say them", () => {
  expect([30_000, 60_000, 1.5 * HOUR, HOUR, 24 * HOUR, 168 * HOUR].map(spanWords)).toEqual([
    "30 seconds",
    "1 minute",
    "90 minutes",
    "1 hour",
    "24 hours",
    "7 days",
  ]);
});

test("a range that is over is named by its ends, to the second where it is short, a day once", () => {
  const past = (from: number, to: number) => rangeWords({ kind: "past", from: at + from, to: at + to }, "Europe/Oslo");
  expect(past(-HOUR, 0)).toBe("21 Nov, 12:00 – 13:00");
  expect(past(-60_000, 0)).toBe("21 Nov, 12:59:05 – 13:00:05");
  expect(past(-24 * HOUR, 0)).toBe("20 Nov, 13:00 – 21 Nov, 13:00");
  expect(rangeWords({ kind: "live", span: 6 * HOUR }, "UTC")).toBe("Last 6 hours");
});
