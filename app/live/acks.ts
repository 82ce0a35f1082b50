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
  /** Of the newest frame that is not acknowledged; null when none is. */
  #newest: Ack | null = null;
  #frames = 0;
  #bytes = 0;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers, send: (ack: Ack) => void) {
    this.#timers = timers;
    this.#send = send;
  }

  /** A frame of so many characters is held. */
  held(frame: Down, length: number): void {
    if (frame.type !== "snapshot" && frame.type !== "data_update") return;
    const part = frame.type === "snapshot" ? frame.part : undefined;
    // Answers of one commit look alike in an acknowledgement, and the server takes the first of them to be meant.
    if (part !== undefined && part === this.#newest?.part && frame.cursor === this.#newest.cursor) this.#acknowledge();
    this.#newest = { type: "ack", cursor: frame.cursor, ...(part === undefined ? {} : { part }) };
    this.#frames += 1;
    this.#bytes += length;
    const isAwaited = frame.type === "snapshot" && frame.part < frame.parts;
    if (isAwaited || this.#frames >= ACK_FRAMES || this.#bytes >= ACK_BYTES) this.#acknowledge();
    else this.#cancel ??= this.#timers.after(ACK_AFTER, () => this.#acknowledge());
  }

  /** The socket is gone, and with it everything that the server waited for. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#newest = null;
    this.#frames = 0;
    this.#bytes = 0;
  }

  #acknowledge(): void {
    const newest = this.#newest;
    this.stop();
    if (newest !== null) this.#send(newest);
  }
}
