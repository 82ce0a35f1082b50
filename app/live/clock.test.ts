import { expect, it } from "vitest";
import { FakeTime } from "../../core/proof/testing/fake-time";
import { ServerClock } from "./clock";

it("is the server's time, ticking at its whole seconds, from one timer for all", () => {
  const timers = new FakeTime(10_300);
  const clock = new ServerClock(timers);
  clock.set(50_400);
  const ticks: number[] = [];
  const stops = [1, 2, 3].map(() => clock.subscribe(() => ticks.push(clock.current())));
  expect(timers.waiting).toBe(1);
  timers.advance(500);
  expect(clock.current()).toBe(50_400);
  timers.advance(1_100);
  expect(ticks).toEqual([51_000, 51_000, 51_000, 52_000, 52_000, 52_000]);
  for (const stop of stops) stop();
  expect(timers.waiting).toBe(0);
});

it("[C14] is at least as late as what the server did last, though this machine's clock was set back", () => {
  const timers = new FakeTime(10_000_000);
  let skew = 0;
  const clock = new ServerClock({
    now: () => timers.now() + skew,
    after: (ms, callback) => timers.after(ms, callback),
  });
  clock.set(50_000_000);
  timers.advance(1_000);
  clock.reached(50_000_500);
  expect(clock.now(), "it took its time to come").toBe(50_001_000);
  skew = -3_600_000;
  timers.advance(1_000);
  clock.reached(50_002_000);
  expect(clock.now()).toBe(50_002_000);
});
