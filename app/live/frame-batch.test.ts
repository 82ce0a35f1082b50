import { expect, it } from "vitest";
import { FakeTime } from "../../core/proof/testing/fake-time";
import type { Arrival } from "./arrival";
import { FrameBatch } from "./frame-batch";

const beat: Arrival = { type: "beat", at: 1, checked: {}, due: {}, next: 1 };

function batch() {
  const timers = new FakeTime();
  const applied: number[] = [];
  const frames = new FrameBatch({ timers, apply: (arrivals) => applied.push(arrivals.length) });
  return { timers, applied, frames };
}

it("applies a burst once, within a frame", () => {
  const { timers, applied, frames } = batch();
  for (let i = 0; i < 10; i++) frames.add([beat]);
  timers.advance(15);
  expect(applied).toEqual([]);
  timers.advance(1_000);
  expect(applied).toEqual([10]);
  expect(timers.waiting).toBe(0);
});

it("[Y8] is bounded where timers, too, come once a minute, and catches up in one update", async () => {
  const { timers, applied, frames } = batch();
  for (let i = 0; i < 1_100; i++) {
    frames.add([beat]);
    await Promise.resolve();
  }
  expect(applied).toEqual([500, 500]);
  timers.advance(16);
  expect(applied).toEqual([500, 500, 100]);
  expect(timers.waiting).toBe(0);
});

it("[Y8] never parts what is handed over in one go", async () => {
  const { applied, frames } = batch();
  for (let i = 0; i < 499; i++) frames.add([beat]);
  frames.add([beat, beat]);
  frames.add([beat]);
  await Promise.resolve();
  expect(applied).toEqual([502]);
});
