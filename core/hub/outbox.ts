import type { Clock } from "../ports";
import type { Cursor } from "../protocol/cursor";
import type { Limits } from "./limits";
import type { Outlet } from "./subscriber";

/** Where a reader stood when the sending to it stopped, and since when (milliseconds) it has shown no progress. */
export interface Behind {
  readonly cursor: Cursor;
  readonly since: number;
}

/** What all readers of a room together were sent and have not acknowledged, in characters. */
export interface Pool {
  bytes: number;
  readers: number;
}

export interface OutboxPorts {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly pool: Pool;
  /** It fell behind or caught up: to be kept where a hibernation does not reach. */
  changed(): void;
}

/** In place of a part's number, for a step of the store. Parts count from 1. */
const STEP = 0;

/** From this share of the room's cap on, readers that hold more than the average are stopped. */
const CROWDED = 0.75;

/**
 * What one reader was sent and has not acknowledged. `send()` of a socket queues without limit and tells nobody, so this
 * bounds it: a reader with nothing outstanding may be sent one frame of any size; one that is full is behind, gets no
 * steps, and is brought up to date in one when half of what it was sent is acknowledged. There is no queue.
 */
export class Outbox {
  readonly #outlet: Outlet;
  readonly #ports: OutboxPorts;
  /** The frames on their way, oldest first, as three lists of numbers: there is one of each for every frame of everybody. */
  readonly #seqs: number[] = [];
  readonly #parts: number[] = [];
  readonly #sizes: number[] = [];
  #bytes = 0;
  #behind: Behind | null;

  constructor(outlet: Outlet, ports: OutboxPorts, behind: Behind | null = null) {
    this.#outlet = outlet;
    this.#ports = ports;
    this.#behind = behind;
    ports.pool.readers += 1;
  }

  get behind(): Behind | null {
    return this.#behind;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Half of what may be outstanding is free again, and so is enough of what all readers may hold. */
  get hasRoom(): boolean {
    const { outstandingFrames, outstandingBytes } = this.#ports.limits;
    const { length } = this.#seqs;
    if (length === 0) return true;
    return length * 2 <= outstandingFrames && this.#bytes * 2 <= outstandingBytes && !this.#isCrowded(0);
  }

  /** What answers a frame of the client, or a beat: bounded by the rate of what it answers, so not acknowledged. */
  tell(frame: string): void {
    this.#outlet.send(frame);
  }

  /** A step of the store. A reader that is full or behind does not get it, and stands before it from here on. */
  step(frame: string, from: Cursor, seq: number): void {
    if (this.#behind !== null) return;
    if (this.#takes(frame.length)) this.#send(frame, seq, STEP);
    else this.fallBehind(from);
  }

  /** The step that brings a reader up to date, from where it stood; null where nothing in it is for this one. */
  catchUp(frame: string | null, seq: number): void {
    if (frame !== null && !this.#takes(frame.length)) return;
    this.#behind = null;
    if (frame !== null) this.#send(frame, seq, STEP);
    this.#ports.changed();
  }

  /** A part of an answer; false when there is no room for it yet. */
  part(frame: string, seq: number, part: number): boolean {
    if (!this.#takes(frame.length)) return false;
    this.#send(frame, seq, part);
    return true;
  }

  fallBehind(cursor: Cursor): void {
    if (this.#behind !== null) return;
    this.#behind = { cursor, since: this.#ports.clock.now() };
    this.#ports.changed();
  }

  /** Everything up to a step, or to a part of an answer, has arrived. What was never sent acknowledges nothing. */
  acked(seq: number, part: number | null): void {
    const arrived =
      part === null
        ? this.#parts.findLastIndex((one, i) => one === STEP && (this.#seqs[i] as number) <= seq)
        : this.#parts.findIndex((one, i) => one === part && this.#seqs[i] === seq);
    if (arrived === -1) return;
    this.#seqs.splice(0, arrived + 1);
    this.#parts.splice(0, arrived + 1);
    for (const bytes of this.#sizes.splice(0, arrived + 1)) this.#free(bytes);
    if (this.#behind !== null) this.#behind = { ...this.#behind, since: this.#ports.clock.now() };
  }

  /** The reader is gone. */
  close(): void {
    this.#free(this.#bytes);
    this.#ports.pool.readers -= 1;
  }

  #takes(bytes: number): boolean {
    if (this.#seqs.length === 0) return true;
    const { limits, pool } = this.#ports;
    if (this.#seqs.length >= limits.outstandingFrames) return false;
    if (this.#bytes + bytes > limits.outstandingBytes) return false;
    if (pool.bytes + bytes > limits.outstandingBytesOfAll) return false;
    return !this.#isCrowded(bytes) || this.#bytes <= pool.bytes / pool.readers;
  }

  #isCrowded(bytes: number): boolean {
    const { limits, pool } = this.#ports;
    return pool.bytes + bytes > limits.outstandingBytesOfAll * CROWDED;
  }

  #send(frame: string, seq: number, part: number): void {
    const bytes = frame.length;
    this.#seqs.push(seq);
    this.#parts.push(part);
    this.#sizes.push(bytes);
    this.#bytes += bytes;
    this.#ports.pool.bytes += bytes;
    this.#outlet.send(frame);
  }

  #free(bytes: number): void {
    this.#bytes -= bytes;
    this.#ports.pool.bytes -= bytes;
  }
}
