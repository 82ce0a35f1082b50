import { expect, test } from "vitest";
import { isOld, worstFreshness } from "./worst-freshness";

test("a panel is as fresh as the worst of its sources", () => {
  expect(worstFreshness(["fresh", "late", "failing"])).toBe("failing");
  expect(worstFreshness(["fresh", "waiting", "late"])).toBe("late");
  expect(worstFreshness(["paused", "fresh"])).toBe("paused");
  expect(worstFreshness([])).toBe("fresh");
});

test("what may no longer be true is old; what is merely late is not", () => {
  expect((["failing", "stale", "waiting"] as const).every(isOld)).toBe(true);
  expect((["fresh", "late", "paused"] as const).some(isOld)).toBe(false);
});
