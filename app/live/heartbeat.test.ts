import { expect, it } from "vitest";
import { FakeTime } from "../../core/proof/testing/fake-time";
import { Heartbeat } from "./heartbeat";

it("[C14] silence is found as soon as ever though this machine's clock was set back", () => {
  const timers = new FakeTime(10_000_000);
  let [skew, pings, silent] = [0, 0, 0];
  const heart = new Heartbeat(
    { now: () => timers.now() + skew, after: (ms, callback) => timers.after(ms, callback) },
    10_000,
    { ping: () => (pings += 1), silent: () => (silent += 1) },
  );
  timers.advance(12_000);
  expect(pings).toBe(1);
  skew = -3_600_000;
  timers.advance(40_000);
  expect(silent).toBe(1);
  heart.stop();
});
