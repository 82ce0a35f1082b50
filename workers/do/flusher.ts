import type { Clock, Logger } from "../../core/ports";
import type { FlushBatch } from "../../core/store/flush";
import { flushDue } from "../../core/store/flush-schedule";
import type { Store } from "../../core/store/store";

interface FlusherPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly store: Store;
  watched(): boolean;
  write(batch: FlushBatch): Promise<void>;
}

/** A flush goes along with the next look at a source if one comes within this time (milliseconds) after it is due. */
const GRACE = 5_000;

/** Brings D1 up to date, one batch at a time. What a failed flush did not write is still pending and goes with the next. */
export class Flusher {
  readonly #ports: FlusherPorts;
  #lastTry = 0;
  #failures = 0;
  #running: Promise<void> | null = null;

  constructor(ports: FlusherPorts) {
    this.#ports = ports;
  }

  /** When the alarm should ring for the flush's sake; null when nothing is pending. */
  nextLook(): number | null {
    const due = this.#due();
    return due === null ? null : due + GRACE;
  }

  /** Starts a flush if one is due. The promise ends with it and never rejects. */
  tick(): Promise<void> | null {
    const due = this.#due();
    if (due === null || due > this.#ports.clock.now()) return null;
    return this.flush();
  }

  /** Flushes now; one that is on its way is waited for instead. Never rejects: failures are logged and retried. */
  flush(): Promise<void> {
    this.#running ??= this.#flushOnce().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  #due(): number | null {
    if (this.#running !== null || !this.#ports.store.flushPending) return null;
    // Later than now it is only where the clock was set back.
    this.#lastTry = Math.min(this.#lastTry, this.#ports.clock.now());
    return flushDue(this.#lastTry, this.#ports.watched(), this.#failures);
  }

  async #flushOnce(): Promise<void> {
    const { clock, logger, store } = this.#ports;
    const batch = store.pendingFlush();
    this.#lastTry = clock.now();
    if (batch === null) return;
    try {
      await this.#ports.write(batch);
      store.flushed(batch, clock.now());
      this.#failures = 0;
    } catch (cause) {
      this.#failures += 1;
      logger.error("flush_failed", { failures: this.#failures, cause: String(cause) });
    }
  }
}
