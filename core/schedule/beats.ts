import { BEAT_EVERY } from "../freshness/freshness";
import type { Clock, Timers } from "../ports";
import type { Beat } from "../protocol/beat";

interface BeatsPorts {
  readonly clock: Clock;
  readonly timers: Timers;
  beat(beat: Omit<Beat, "type">): void;
}

/** What is told: when each source was looked at, and in how many milliseconds a watched one is due; null without one. */
interface Looks {
  times(now: number): Pick<Beat, "checked" | "due">;
  nextWatched(now: number): number | null;
}

/** "I looked": to all who watch, at most every 5 s. */
export class Beats {
  readonly #ports: BeatsPorts;
  readonly #looks: Looks;
  #last = 0;
  #isComing = false;

  constructor(ports: BeatsPorts, looks: Looks) {
    this.#ports = ports;
    this.#looks = looks;
  }

  /** Unless one was sent just now: the next look tells of this one as well. */
  tell(at: number): void {
    if (this.#wait(at) > 0) return;
    this.#last = at;
    const next = Math.max(BEAT_EVERY, this.#looks.nextWatched(at) ?? BEAT_EVERY);
    this.#ports.beat({ at, ...this.#looks.times(at), next });
  }

  /** As soon as one may be sent: nobody knows when there will be a next one. */
  tellSoon(at: number): void {
    const wait = this.#wait(at);
    if (wait === 0) return this.tell(at);
    if (this.#isComing) return;
    this.#isComing = true;
    this.#ports.timers.after(wait, () => {
      this.#isComing = false;
      this.tell(this.#ports.clock.now());
    });
  }

  #wait(at: number): number {
    // Before the last one it is where the clock was set back.
    return at < this.#last ? 0 : Math.max(0, this.#last + BEAT_EVERY - at);
  }
}
