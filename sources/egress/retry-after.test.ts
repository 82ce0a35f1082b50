import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after";

const now = Date.parse("2026-11-21T10:00:00Z");

test.each<[string | null, number | undefined]>([
  [null, undefined],
  ["", undefined],
  ["120", 120_000],
  [" 7 ", 7_000],
  ["0", undefined],
  ["1000000000", 3_600_000],
  ["99999999999999999999999999", 3_600_000],
  ["-5", undefined],
  ["12.5", undefined],
  ["1e3", undefined],
  ["soon", undefined],
  ["Sat, 21 Nov 2026 10:00:30 GMT", 30_000],
  ["Saturday, 21-Nov-26 10:00:30 GMT", 30_000],
  ["Sat Nov 21 10:00:30 2026", 30_000],
  ["Sat, 21 Nov 2026 09:59:30 GMT", undefined],
  ["Sat, 21 Nov 2099 10:00:00 GMT", 3_600_000],
  ["Sat, 99 Nov 2026 10:00:30 GMT", undefined],
  ["2026-11-21", undefined],
])("Retry-After: %s is %s ms", (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});
