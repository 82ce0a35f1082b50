import { expect, it } from "vitest";
import { FakeTime } from "../../core/proof/testing/fake-time";
import { watchClock } from "./watch-clock";

/** A machine with a clock that can be set, and one that only goes on. */
class Machine {
  readonly #time = new FakeTime();
  #set = 0;
  #slept = 0;
  jumps = 0;
  readonly stop = watchClock(
    { now: () => this.#time.now() + this.#set, after: (ms, callback) => this.#time.after(ms, callback) },
    () => this.#time.now() - this.#slept,
    () => {
      this.jumps += 1;
    },
  );

  setBy(milliseconds: number): void {
    this.#set += milliseconds;
    this.#time.advance(5_000);
  }

  sleep(milliseconds: number): void {
    this.#time.sleep(milliseconds);
    this.#slept += milliseconds;
    this.#time.advance(5_000);
  }

  /** Its timers come late, as those of a hidden page do. */
  throttle(milliseconds: number): void {
    this.#time.sleep(milliseconds);
    this.#time.advance(0);
  }

  get waiting(): number {
    return this.#time.waiting;
  }
}

it("[C15] a clock that is set, forward or back, and a machine that slept are noticed once, within 5 s", () => {
  const machine = new Machine();
  machine.setBy(3_600_000);
  expect(machine.jumps).toBe(1);
  machine.setBy(0);
  expect(machine.jumps).toBe(1);
  machine.setBy(-3_600_000);
  expect(machine.jumps).toBe(2);
  machine.sleep(60_000);
  expect(machine.jumps).toBe(3);
});

it("[C15] timers that come late, and a clock that is slewed, are no jump", () => {
  const machine = new Machine();
  machine.throttle(60_000);
  for (let i = 0; i < 100; i++) machine.setBy(50);
  expect(machine.jumps).toBe(0);
  machine.stop();
  expect(machine.waiting).toBe(0);
});
