import type { Clock } from "../../core/ports";

/**
 * The object's one alarm, set to the earliest of what asks for it. Setting it costs a written row, so it is set only
 * when it should ring at another time.
 */
export class AlarmClock {
  readonly #ctx: DurableObjectState;
  readonly #clock: Clock;
  readonly #wishes: () => (number | null)[];
  #armedFor: number | null = null;

  constructor(ctx: DurableObjectState, clock: Clock, wishes: () => (number | null)[]) {
    this.#ctx = ctx;
    this.#clock = clock;
    this.#wishes = wishes;
  }

  /** The alarm went off: whatever was armed is spent. */
  rang(): void {
    this.#armedFor = null;
  }

  arm(): void {
    const wishes = this.#wishes().filter((wish) => wish !== null);
    if (wishes.length === 0) return;
    // At least 1 ms ahead: setAlarm(Date.now()) inside alarm() is lost locally (workerd#6866).
    const at = Math.max(Math.min(...wishes), this.#clock.now() + 1);
    if (this.#armedFor === at) return;
    this.#armedFor = at;
    this.#ctx.waitUntil(this.#ctx.storage.setAlarm(at));
  }
}
