import { expect, test } from "vitest";
import { formatAge, formatCountdown } from "./age";
import { clock, clockSeconds, moment, when, zoneName } from "./clock";
import { readerOf } from "./reader";

test.each([
  [-50, "now"],
  [999, "now"],
  [1_000, "1 s"],
  [59_999, "59 s"],
  [60_000, "1 min"],
  [14 * 60_000 + 1, "14 min"],
  [3_599_999, "59 min"],
  [5 * 3_600_000, "5 h"],
  [47 * 3_600_000, "47 h"],
  [72 * 3_600_000, "3 d"],
])("an age of %d ms is %s", (ms, text) => expect(formatAge(ms)).toBe(text));

test.each([
  [-5, "0:00"],
  [41_001, "0:42"],
  [24 * 60_000 + 10_000, "24:10"],
  [3_900_000, "1:05:00"],
])("%d ms to go is %s", (ms, text) => expect(formatCountdown(ms)).toBe(text));

const at = Date.UTC(2026, 10, 21, 12, 55, 20);

test("times are written in the reader's zone with the clock of 24 hours", () => {
  expect(clock(at, "UTC")).toBe("12:55");
  expect(clock(Date.UTC(2026, 10, 21), "UTC")).toBe("00:00");
  expect(clockSeconds(at, "Europe/Oslo")).toBe("13:55:20");
  expect(moment(at, "Europe/Oslo")).toBe("Sat 21 Nov, 13:55:20");
});

test("another day is named", () => {
  expect(when(at, at + 3_600_000, "UTC")).toBe("12:55");
  expect(when(at, at + 86_400_000, "UTC")).toBe("Sat 21 Nov, 12:55");
});

test.each([
  ["UTC", "UTC"],
  ["Europe/Oslo", "UTC+1"],
  ["Asia/Kolkata", "UTC+5:30"],
  ["America/New_York", "UTC−5"],
])("%s is %s", (zone, name) => expect(zoneName(at, zone)).toBe(name));

test.each([
  [{}, "en-GB", "UTC"],
  [{ "accept-language": "de-DE,de;q=0.9,en;q=0.8", cookie: "a=1; tz=Europe/Berlin" }, "de-DE", "Europe/Berlin"],
  [{ "accept-language": "*;q=0.5", cookie: "tz=Nowhere/At_All" }, "en-GB", "UTC"],
  [{ "accept-language": "not a tag!, fr", cookie: "xtz=Europe/Berlin" }, "fr", "UTC"],
])("a request with %j reads %s in %s", (headers, locale, timeZone) => {
  expect(readerOf(new Headers(headers as Record<string, string>))).toEqual({ locale, timeZone });
});
