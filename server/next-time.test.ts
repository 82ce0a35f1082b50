import { describe, expect, test } from "vitest";
import { cronProblem, nextTime } from "./next-time";

const at = (text: string) => Date.parse(text);
const next = (expression: string, zone: string, after: string) => {
  const found = nextTime({ expression, zone }, at(after));
  return found === null ? null : new Date(found).toISOString();
};

describe("[R40] the next time of a cron pattern", () => {
  test.each([
    ["*/5 * * * *", "UTC", "2026-11-21T10:00:00Z", "2026-11-21T10:05:00.000Z"],
    ["*/5 * * * *", "UTC", "2026-11-21T10:04:59.999Z", "2026-11-21T10:05:00.000Z"],
    ["30 7 * * 1-5", "Europe/Berlin", "2026-11-20T07:00:00Z", "2026-11-23T06:30:00.000Z"],
    ["0 9 * * *", "America/New_York", "2026-07-01T00:00:00Z", "2026-07-01T13:00:00.000Z"],
    ["0 0 29 2 *", "UTC", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00.000Z"],
  ])("%s in %s after %s is %s", (expression, zone, after, expected) => {
    expect(next(expression, zone, after)).toBe(expected);
  });

  test("goes by the zone's clock over both changes of summer time", () => {
    expect(next("0 9 * * *", "Europe/Berlin", "2026-03-28T09:00:00Z")).toBe("2026-03-29T07:00:00.000Z");
    expect(next("0 9 * * *", "Europe/Berlin", "2026-10-24T09:00:00Z")).toBe("2026-10-25T08:00:00.000Z");
  });

  test.each([
    ["", "UTC", /Five parts/],
    ["* * * * * *", "UTC", /Five parts/],
    ["61 * * * *", "UTC", /Five parts/],
    ["often", "UTC", /Five parts/],
    ["0 0 31 2 *", "UTC", /no time that is to come/],
    ["* * * * *", "Mars/Olympus", /no such time zone/],
  ])("%j in %s names none, and it is said why", (expression, zone, problem) => {
    const cron = { expression, zone };
    expect(cronProblem(cron, at("2026-11-21T10:00:00Z"))).toMatch(problem);
    expect(nextTime(cron, at("2026-11-21T10:00:00Z"))).toBeNull();
  });
});
