import fc from "fast-check";
import { expect, test } from "vitest";
import { shifted, zoomedOut } from "./move-range";
import { parseRange, parseSpan, rangeText, spanText } from "./range-text";
import { boundsOf, MAX_SPAN, MIN_SPAN, rangeBetween, spanOf, type TimeRange } from "./time-range";

const NOW = Date.UTC(2026, 10, 21, 14, 32, 5);
const HOUR = 3_600_000;

test.each([
  ["now-6h", "now", { kind: "live", span: 6 * HOUR }],
  ["now-90m", null, { kind: "live", span: 1.5 * HOUR }],
  ["7d", null, { kind: "live", span: 168 * HOUR }],
  ["now-2h", "now-1h", { kind: "past", from: NOW - 2 * HOUR, to: NOW - HOUR }],
  ["2026-11-21T10:00:00Z", "2026-11-21T11:00:00.250Z", { kind: "past", from: NOW - 16_325_000, to: NOW - 12_724_750 }],
  ["2026-11-21T10:00", "2026-11-21T12:00+01:00", { kind: "past", from: NOW - 16_325_000, to: NOW - 12_725_000 }],
  [String(NOW - HOUR), String(NOW - HOUR / 2), { kind: "past", from: NOW - HOUR, to: NOW - HOUR / 2 }],
  ["2026-11-21T13:32:05Z", "2026-12-24", { kind: "live", span: HOUR }],
  [String(NOW - HOUR), String(NOW - HOUR + 1), { kind: "past", from: NOW - HOUR - 4_999, to: NOW - HOUR + 5_001 }],
  ["now-1s", "now", { kind: "live", span: MIN_SPAN }],
  ["0", "now", { kind: "live", span: MAX_SPAN }],
])("[RG1] from %s to %s", (from, to, range) => {
  expect(parseRange(from, to, NOW)).toEqual(range);
});

test.each([
  [null, null],
  [null, "now"],
  ["yesterday", "now"],
  ["now", "now"],
  ["now-6h", "soon"],
  ["now-1h", "now-2h"],
  ["now+1h", "now+2h"],
  ["2026-13-40T99:00Z", "now"],
  ["NaN", "Infinity"],
  ["", ""],
  ["2026-02-30", "now"],
  ["2026-11-20T24:00Z", "now"],
  ["1969-12-30", "1969-12-31"],
  ["now-999999999w", "now-999999998w"],
])("[RG2] from %s to %s names no range", (from, to) => {
  expect(parseRange(from, to, NOW)).toBeNull();
});

const range = fc
  .tuple(fc.integer({ min: 0, max: NOW + MAX_SPAN }), fc.integer({ min: 0, max: NOW + MAX_SPAN }))
  .map(([one, other]): TimeRange => rangeBetween(Math.min(one, NOW - 1), other, NOW));

test("[RG3] a range is the same after it was in an address", () => {
  fc.assert(
    fc.property(range, (one) => {
      const query = new URLSearchParams({ ...rangeText(one) });
      expect(parseRange(query.get("from"), query.get("to"), NOW)).toEqual(one);
    }),
  );
});

test("[RG2] no text makes it fail, or something that cannot be shown", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^(now)?-?[0-9]{0,16}[smhdw]?$/), fc.constant(null));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const read = parseRange(from, to, NOW);
      if (read === null) return;
      expect(spanOf(read)).toBeGreaterThanOrEqual(MIN_SPAN);
      expect(spanOf(read)).toBeLessThanOrEqual(MAX_SPAN);
      expect(boundsOf(read, NOW).to).toBeLessThanOrEqual(NOW);
      expect(parseRange(rangeText(read).from, rangeText(read).to, NOW)).toEqual(read);
    }),
  );
});

test("[RG4] zooming out holds all of what was seen", () => {
  fc.assert(
    fc.property(range, (one) => {
      const [before, after] = [boundsOf(one, NOW), boundsOf(zoomedOut(one, NOW), NOW)];
      if (spanOf(zoomedOut(one, NOW)) < MAX_SPAN) expect(after.from).toBeLessThanOrEqual(before.from);
      expect(after.to).toBeGreaterThanOrEqual(before.to);
    }),
  );
});

test("[RG4] the stretch before ends where this one begins, and the one after it is this one again", () => {
  fc.assert(
    fc.property(range, (one) => {
      const before = shifted(one, "before", NOW);
      expect(boundsOf(before, NOW).to).toBe(boundsOf(one, NOW).from);
      expect(shifted(before, "after", NOW)).toEqual(one);
    }),
  );
});

test("a length is written in the largest unit that divides it", () => {
  expect([60_000, 90 * 60_000, 24 * HOUR, 30_000].map(spanText)).toEqual(["1m", "90m", "1d", "30s"]);
  expect(["5m", "1w", "5", "m", "5 m"].map(parseSpan)).toEqual([300_000, 7 * 24 * HOUR, null, null, null]);
});
