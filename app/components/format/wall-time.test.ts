import fc from "fast-check";
import { expect, test } from "vitest";
import { wallText, wallTime, zoneOffset } from "./wall-time";

const zones = ["UTC", "Europe/Oslo", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"];

test("what clocks say is read and written in any zone", () => {
  const at = Date.UTC(2026, 10, 21, 12, 55, 20);
  expect(wallText(at, "Asia/Kolkata")).toBe("2026-11-21T18:25:20");
  expect(wallTime("2026-11-21T18:25", "Asia/Kolkata")).toBe(at - 20_000);
  expect(zoneOffset(at, "America/St_Johns")).toBe(-3.5 * 3_600_000);
  for (const text of ["", "yesterday", "2026-11", "2026-11-21"]) expect(wallTime(text, "UTC")).toBeNull();
});

test("where clocks change, each of their times is one, and there is no other way back", () => {
  const second = fc.integer({ min: 0, max: 2 * 366 * 86_400 }).map((n) => Date.UTC(2025, 0, 1) + n * 1_000);
  fc.assert(
    fc.property(second, fc.constantFrom(...zones), (at, zone) => {
      const back = wallTime(wallText(at, zone), zone) ?? Number.NaN;
      expect(wallText(back, zone)).toBe(wallText(at, zone));
      // An hour that comes twice is read as the first of the two.
      expect(at - back === 0 || (at - back > 0 && at - back <= 3_600_000)).toBe(true);
    }),
  );
  expect(wallTime("2026-03-29T02:30", "Europe/Oslo"), "skipped by clocks").toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(wallTime("2026-10-25T02:30", "Europe/Oslo"), "the first of two").toBe(Date.UTC(2026, 9, 25, 0, 30));
});
