import { ACK_AFTER, ACK_BYTES, ACK_FRAMES, type Ack } from "../../core/protocol/ack";
import type { Down } from "../../core/protocol/down";
import type { Timers } from "./clock";

/**
 * Tells the server what has arrived: received and held, not painted. Counted as frames arrive, since receiving is an
 * event also where a hidden tab's timers come once a minute.
 */
export class Acks {
  readonly #timers: Timers;
  readonly #send: (ack: Ack) => void;
  /** Of the newest `data_update` that is not acknowledged; null when none is waiting. */
  #cursor: string | null = null;
  #frames = 0;
  #bytes = 0;
  #lastAt = 0;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers, send: (ack: Ack) => void) {
    this.#timers = timers;
    this.#send = send;
  }

  /** A frame of so many characters is held. */
  held(frame: Down, length: number): void {
    if (frame.type === "snapshot") this.#send({ type: "ack", cursor: frame.cursor, part: frame.part });
    if (frame.type !== "data_update") return;
    this.#cursor = frame.cursor;
    this.#frames += 1;
    this.#bytes += length;
    this.#lastAt = this.#timers.now();
    if (this.#frames >= ACK_FRAMES || this.#bytes >= ACK_BYTES) this.#acknowledge();
    else this.#cancel ??= this.#timers.after(ACK_AFTER, () => this.#due());
  }

  /** The socket is gone, and with it everything that the server waited for. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#cursor = null;
  }

  /** One timer for a run of frames: moved on here rather than set anew by each of them. */
  #due(): void {
    const left = this.#lastAt + ACK_AFTER - this.#timers.now();
    if (left > 0) this.#cancel = this.#timers.after(left, () => this.#due());
    else this.#acknowledge();
  }

  #acknowledge(): void {
    const cursor = this.#cursor;
    this.stop();
    this.#frames = 0;
    this.#bytes = 0;
    if (cursor !== null) this.#send({ type: "ack", cursor });
  }
}
