import { expect, test } from "vitest";
import type { Json } from "../../../../core/json";
import { checkState } from "./check-state";

test.each<[string, Json, string | undefined]>([
  ["s.door", true, "up Up"],
  ["s.door", false, "down Down"],
  ["node.up", 1, "up Up"],
  ["up", 0, "down Down"],
  ["node.up", 0.5, undefined],
  ["node.uptime", 1, undefined],
  ["s.backup", 0, undefined],
  ["g.api", "operational", "up Operational"],
  ["g.api", "Degraded-Performance", "slow Degraded performance"],
  ["g.api", "major_outage", "down Major outage"],
  ["g.api", "ok", "up OK"],
  ["g.api", "Uppsala", undefined],
  ["g.api", null, undefined],
])("%s of %j is %s", (id, value, text) => {
  const state = checkState(id, value);
  expect(state && `${state.glyph} ${state.word}`).toBe(text);
});
